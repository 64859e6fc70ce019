import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { paths } from '~/http/paths'
import * as removal from '~/routes/evidence/removal'
import * as checkIns from '~/routes/goals/check-ins'
import * as goal from '~/routes/goals/show'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { memoryFiles, sampleFile } from '../../support/files'
import { asMember } from '../../support/members'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ben, mara, enrollments, evidence, submissions } = northside

const at = (id: string, district = northside.slug) => ({
  url: paths.evidenceRemoval(district, id),
  params: { evidence: id },
  form: {},
})

test('a file of an open goal is removed by its owner, with its bytes', async () => {
  const store = await openTestStore()
  const files = memoryFiles()
  const { id } = await (await asMember(store, ana)).write(make.goal)
  const params = { goal: id }
  await send(checkIns, {
    store,
    as: ana,
    url: paths.goalCheckIns(northside, id),
    params,
    form: { note: 'Half of the units have it.', files: sampleFile() },
    context: { files },
  })
  const page = await visit(goal, { store, as: ana, url: paths.goal(northside, id), params })
  const [file] = page.body.evidence
  const context = { files }

  const theirs = await send(removal, { store, as: ben, ...at(file.id), context })
  const foreign = await send(removal, {
    store,
    as: southside.ana,
    ...at(file.id, southside.slug),
    context,
  })
  const kept = files.contents.size
  const answer = await send(removal, { store, as: ana, ...at(file.id), context })

  expect([theirs.status, foreign.status, kept]).toEqual([404, 404, 1])
  expect(answer).toRedirectTo(paths.goal(northside, id))
  expect(files.contents.size).toBe(0)
})

test('evidence of a closed goal stays', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { id } = await member.write(make.evidence, { goalId: northside.goals.met })

  const answer = await send(removal, { store, as: ana, ...at(id) })

  expect(answer.status).toBe(403)
})

test('evidence for a step is removed once it was taken back, and stays once it came back', async () => {
  const [taken, returned] = [await openTestStore(), await openTestStore()]
  await (await asMember(taken, ana)).write(withdraw, submissions.evidence)
  await (
    await asMember(returned, mara)
  ).write(decide, {
    submissions: [submissions.evidence],
    decision: 'returned',
    reason: 'Which grade was it?',
  })

  const removed = await send(removal, { store: taken, as: ana, ...at(evidence.step) })
  const refused = await send(removal, { store: returned, as: ana, ...at(evidence.step) })

  expect(removed).toRedirectTo(paths.enrollment(northside, enrollments.engaged))
  expect(refused.status).toBe(403)
})
