import { describe, expect, it } from 'vitest'
import { paths } from '~/http/paths'
import * as evidence from '~/routes/pathways/evidence'
import * as list from '~/routes/pathways/index'
import * as show from '~/routes/pathways/show'
import * as withdrawal from '~/routes/withdrawal'
import { openTestStore } from '../../support/database'
import { memoryFiles, sampleFile } from '../../support/files'
import { send, visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { ana, ben, ida, nora, theo, steps, assignments, enrollments } = northside

const at = (id: string) => ({ url: paths.enrollment(northside, id), params: { enrollment: id } })
const stepUrl = (step: string) =>
  `${paths.enrollmentEvidence(northside, enrollments.newHire)}?step=${step}`
const forStep = { url: stepUrl(steps.aiEvidence), params: { enrollment: enrollments.newHire } }

describe('my pathways', () => {
  const url = paths.enrollments(northside)

  it('list what one is on, and what is offered', async () => {
    const store = await openTestStore()

    const full = await visit(list, { store, as: ana, url })
    const none = await visit(list, { store, as: ida, url })

    expect(full.body.list.total).toBeGreaterThanOrEqual(2)
    expect(none.body.list.total).toBe(0)
  })

  it('joins what is offered, and says so', async () => {
    const store = await openTestStore()

    const answer = await send(list, {
      store,
      as: ben,
      url,
      form: { assignment: assignments.offered },
    })

    expect(answer).toRedirectTo(/\/pathways\/[0-9a-z]{7,13}$/)
    expect(answer.headers.get('Set-Cookie')).toContain('notice=')
  })

  it('says that one is on it already', async () => {
    const store = await openTestStore()

    const answer = await send(list, {
      store,
      as: ana,
      url,
      form: { assignment: assignments.offered },
    })

    expect(answer.status).toBe(409)
    expect(answer.error!['']).toHaveLength(1)
  })
})

describe('one pathway', () => {
  it('shows its steps to its owner and to nobody else', async () => {
    const store = await openTestStore()
    const page = await visit(show, { store, as: ana, ...at(enrollments.engaged) })
    const other = await visit(show, { store, as: ben, ...at(enrollments.engaged) })
    const foreign = await visit(show, {
      store,
      as: southside.ana,
      url: paths.enrollment(southside, enrollments.engaged),
      params: { enrollment: enrollments.engaged },
    })

    expect(page.body.steps).toHaveLength(5)
    expect([other.status, foreign.status]).toEqual([404, 404])
  })

  it('starts again when it has lapsed, and not while it holds', async () => {
    const store = await openTestStore()

    const lapsed = await send(show, { store, as: nora, ...at(enrollments.expired) })
    const holding = await send(show, { store, as: ana, ...at(enrollments.completed) })
    const theirs = await send(show, { store, as: ben, ...at(enrollments.expiring) })

    expect(lapsed).toRedirectTo(/\/pathways\/[0-9a-z]{7,13}$/)
    expect(holding.status).toBe(409)
    expect(theirs.status).toBe(404)
  })
})

describe('evidence for a step', () => {
  it('sends a file, and keeps it', async () => {
    const store = await openTestStore()
    const files = memoryFiles()

    const answer = await send(evidence, {
      store,
      as: theo,
      ...forStep,
      form: { step: steps.aiEvidence, files: sampleFile(), text: '', link: '' },
      context: { files },
    })

    expect(answer).toRedirectTo(paths.enrollment(northside, enrollments.newHire))
    expect(files.contents.size).toBe(1)
    const page = await visit(show, { store, as: theo, ...at(enrollments.newHire) })
    const [pending] = page.body.steps.flatMap((step: { pending: object[] }) => step.pending)
    expect(pending).toMatchObject({ kind: 'evidence', status: 'waiting' })
  })

  it('comes back filled in when a link cannot be read, and keeps no file', async () => {
    const store = await openTestStore()
    const files = memoryFiles()

    const answer = await send(evidence, {
      store,
      as: theo,
      ...forStep,
      form: { step: steps.aiEvidence, files: sampleFile(), text: 'My notes', link: 'nowhere' },
      context: { files },
    })

    await expect(Promise.resolve(answer)).toHaveFieldError('link')
    expect(answer.body.initialValue).toMatchObject({ text: 'My notes', link: 'nowhere' })
    expect(files.contents.size).toBe(0)
  })

  it('asks for something to look at', async () => {
    const store = await openTestStore()

    const answer = await send(evidence, {
      store,
      as: theo,
      ...forStep,
      form: { step: steps.aiEvidence },
    })

    expect(answer.error).toHaveProperty('link')
  })

  it('opens for a step that asks for it, by its owner', async () => {
    const store = await openTestStore()
    const params = forStep.params

    const mine = await visit(evidence, { store, as: theo, ...forStep })
    const another = await visit(evidence, { store, as: theo, url: stepUrl(steps.aiCourse), params })
    const nothing = await visit(evidence, { store, as: theo, url: stepUrl('x'), params })
    const theirs = await visit(evidence, { store, as: ben, ...forStep })

    expect(mine.body.step.stepKey).toBe(steps.aiEvidence)
    expect([another.status, nothing.status, theirs.status]).toEqual([404, 404, 404])
  })

  it('is taken back where it was shown', async () => {
    const store = await openTestStore()
    const form = { step: steps.aiEvidence, text: 'My notes' }
    await send(evidence, { store, as: theo, ...forStep, form })
    const page = await visit(show, { store, as: theo, ...at(enrollments.newHire) })
    const [pending] = page.body.steps.flatMap(
      (step: { pending: { submissionId: string }[] }) => step.pending,
    )
    const back = {
      url: paths.withdrawal(northside, pending.submissionId),
      params: { submission: pending.submissionId },
    }

    const theirs = await send(withdrawal, { store, as: ben, ...back, form: {} })
    const answer = await send(withdrawal, { store, as: theo, ...back, form: {} })

    expect(theirs.status).toBe(404)
    expect(answer).toRedirectTo(paths.enrollment(northside, enrollments.newHire))
  })
})
