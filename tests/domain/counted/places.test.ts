import { describe, expect, it } from 'vitest'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedActivity, countedAsItIs, countedCompletion } from '~/domain/counted/row'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import type { StepInput } from '~/domain/pathways/inputs.server'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { recordUses } from '~/domain/uses/recording.server'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { completed, requireTraining } from '../mandates/required'
import { courseStep, evidenceStep, forEducators, hoursStep, publish } from '../pathways/published'
import { using } from '../uses/given'

const { ben, dev, cora, ida, mara, ming, rosa } = world.northside
const COMPETENCY = 'digcompedu-2017/5.3'

/** A pathway that every educator is on. */
async function assign(store: TestStore, steps: StepInput[], given?: Parameters<typeof publish>[2]) {
  const coordinator = await asMember(store, ming)
  const { id } = await publish(coordinator, steps, given)
  await coordinator.write(makeAssignment, id, forEducators)
  return id
}

/** An activity of Ben's on the competency, and what is said of where it counts. */
async function learn(
  member: TestMember,
  minutes: number,
  status: 'approved' | 'submitted' | 'denied' = 'approved',
  startedOn = '2026-10-05',
) {
  const competencies = [COMPETENCY]
  const given = { memberId: ben.id, minutes, status, startedOn, competencies }
  const activity = await member.write(make.activity, given)
  await member.write(refreshProgress, ben.id)
  return countedActivity({ ...activity, competencies })
}

describe('the places where something counts', () => {
  it('are the steps of every pathway, done or not, and how much of each it is', async () => {
    const store = await openTestStore()
    await assign(store, [evidenceStep, hoursStep('5.3', 240)])
    await assign(store, [hoursStep('5.3', 60), evidenceStep])
    const member = await asMember(store, ben)
    const first = await learn(member, 60)
    const second = await learn(member, 90, 'approved', '2026-10-12')

    const places = await member.read(listPlacesCounted, first)
    const rest = await member.read(listPlacesCounted, second)

    const partly = {
      pathway: 'Coding for everybody',
      step: { number: 2, of: 2 },
      minutes: { brought: 60, needed: 240, there: 150 },
      completedOn: null,
      isExpected: false,
      hasPage: true,
    }
    const wholly = {
      step: { number: 1, of: 2 },
      minutes: { brought: 60, needed: 60, there: 60 },
      completedOn: expect.any(String),
    }
    expect(places).toMatchObject({ isOwn: true, turns: [], uses: [] })
    expect(places.steps).toHaveLength(2)
    expect(places.steps.find(({ completedOn }) => completedOn === null)).toMatchObject(partly)
    expect(places.steps.find(({ completedOn }) => completedOn !== null)).toMatchObject(wholly)
    expect(rest.steps).toMatchObject([{ minutes: { brought: 90, needed: 240, there: 150 } }])
  })

  it('are told before it is approved, and never of what was denied', async () => {
    const store = await openTestStore()
    await assign(store, [hoursStep('5.3', 240)])
    const member = await asMember(store, ben)
    await learn(member, 30)

    const waiting = await member.read(listPlacesCounted, await learn(member, 60, 'submitted'))
    const denied = await member.read(listPlacesCounted, await learn(member, 60, 'denied'))

    expect(waiting.steps).toMatchObject([
      { isExpected: true, completedOn: null, minutes: { brought: 60, needed: 240, there: 90 } },
    ])
    expect(denied.steps).toEqual([])
  })

  it('wait for the steps before it where the order counts', async () => {
    const store = await openTestStore()
    await assign(store, [evidenceStep, hoursStep('5.3', 240)], { ordered: true })
    const member = await asMember(store, ben)

    const { steps } = await member.read(listPlacesCounted, await learn(member, 300))

    expect(steps).toMatchObject([{ after: 'A lesson plan', completedOn: null }])
  })

  it('stay those of a completed pathway, and the pathway counts itself', async () => {
    const store = await openTestStore()
    const inner = await assign(store, [hoursStep('5.3', 60)])
    await assign(store, [{ kind: 'pathway', pathwayId: inner }, evidenceStep])
    const member = await asMember(store, ben)
    const row = await learn(member, 90)

    const [place] = (await member.read(listPlacesCounted, row)).steps
    const outer = await member.read(
      listPlacesCounted,
      countedAsItIs('enrollment', { id: place!.enrollmentId, memberId: ben.id }),
    )

    expect(place).toMatchObject({
      minutes: { brought: 90, needed: 60, there: 90 },
      completedOn: expect.any(String),
    })
    expect(outer.steps).toMatchObject([{ step: { number: 1, of: 2 }, minutes: null }])
  })

  it('are the turns of a required training that it met', async () => {
    const store = await openTestStore()
    const coordinator = await asMember(store, ming)
    const completion = await completed(coordinator, ben.id, '2026-11-10')
    await requireTraining(coordinator)
    const row = countedCompletion({ ...completion, courseId: completion.courseId ?? null })

    const own = await (await asMember(store, ben)).read(listPlacesCounted, row)
    const office = await coordinator.read(listPlacesCounted, row)
    const principal = await (await asMember(store, mara)).read(listPlacesCounted, row)

    const turn = { title: 'Safe classrooms', dueOn: '2026-12-15', metOn: '2026-11-10' }
    expect(own.turns).toMatchObject([turn])
    expect(office.turns).toMatchObject([turn])
    expect(principal.turns).toEqual([])
  })

  it('are what its hours were used for, until that is taken back', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ben)
    const { activity } = await member.write(make.approvedActivity, {
      reviewerId: mara.id,
      startedOn: '2026-10-05',
    })
    const office = await asMember(store, rosa)
    await office.write(recordUses, ben.id, using([activity.id]))
    const row = countedActivity({ ...activity, competencies: [] })

    const own = await member.read(listPlacesCounted, row)
    const principal = await (await asMember(store, mara)).read(listPlacesCounted, row)

    expect(own.uses).toMatchObject([{ words: 'the pay lane “MA+30”' }])
    expect(principal.uses).toEqual([])
  })

  it('are none for somebody who does not see the record, and not of somebody else’s', async () => {
    const store = await openTestStore()
    await assign(store, [hoursStep('5.3', 240), courseStep('coding')])
    const row = await learn(await asMember(store, ben), 60)
    const stepsFor = async (person: typeof ben) =>
      (await (await asMember(store, person)).read(listPlacesCounted, row)).steps.length

    expect(await stepsFor(ben)).toBe(1)
    expect(await stepsFor(mara)).toBe(1)
    expect(await stepsFor(ida)).toBe(1)
    expect(await stepsFor(ming)).toBe(0)
    expect(await stepsFor(dev)).toBe(0)
    expect(await stepsFor(cora)).toBe(0)
    expect(await stepsFor(world.southside.rosa)).toBe(0)
    const others = { ...row, memberId: cora.id }
    expect((await (await asMember(store, cora)).read(listPlacesCounted, others)).steps).toEqual([])
  })
})
