import { isCompetency } from '~/domain/frameworks/competency'
import { createPathway } from '~/domain/pathways/building.server'
import { newPathwayInput } from '~/domain/pathways/inputs.server'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { editStep } from '~/domain/pathways/steps.server'
import { findTemplate } from '~/domain/pathways/templates/template'
import { TEMPLATES } from '~/domain/pathways/templates'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep } from './published'

const { ming } = world.northside

test('six pathways come along, each with as many steps as were asked for', () => {
  expect(
    TEMPLATES.map(({ parts }) =>
      parts.reduce((sum, part) => sum + ('steps' in part ? part.steps.length : 1), 0),
    ),
  ).toEqual([4, 5, 3, 5, 4, 4])
  expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(6)
  expect(findTemplate('nothing')).toBeNull()
})

test.each(TEMPLATES)(
  '“$title” is published once its courses are chosen',
  async ({ key, title }) => {
    const coordinator = await asMember(await openTestStore(), ming)
    const { id } = await coordinator.write(
      createPathway,
      newPathwayInput.parse({ title, template: key }),
    )
    const { steps } = await coordinator.read(getPathway, id)
    const open = steps.filter(({ asks }) => asks[0]!.kind === 'course')

    await expect(coordinator.write(publishPathway, id)).rejects.toThrow('does not say yet')
    for (const { stepKey, title: named } of open) {
      await coordinator.write(editStep, id, stepKey, { ...courseStep('ai'), title: named })
    }
    await coordinator.write(publishPathway, id)

    const named = steps.flatMap(({ asks }) => asks.flatMap(({ competencies }) => competencies))
    expect(named.every(isCompetency)).toBe(true)
    expect((await coordinator.read(getPathway, id)).pathway.status).toBe('published')
  },
)

test('a template that is not there begins an empty pathway', async () => {
  const coordinator = await asMember(await openTestStore(), ming)

  const { id } = await coordinator.write(createPathway, { title: 'Mine', template: 'nothing' })

  expect((await coordinator.read(getPathway, id)).steps).toEqual([])
})
