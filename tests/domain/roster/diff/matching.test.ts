import { describe, expect, test } from 'vitest'
import { matchMembers } from '~/domain/roster/diff/matching'
import type { MemberState } from '~/domain/roster/diff/state'
import type { RosterMember } from '~/domain/roster/roster'

const member = (id: string, given: Partial<MemberState> = {}): MemberState => ({
  id,
  givenName: 'Ana',
  familyName: 'Alvarez',
  sortName: 'alvarez ana',
  email: null,
  hiredOn: null,
  sourceId: null,
  masterIdentifier: null,
  identifier: null,
  createdAt: new Date(0),
  ...given,
})

const stranger = (sourcedId: string, given: Partial<RosterMember> = {}): RosterMember => ({
  sourcedId,
  masterIdentifier: null,
  identifier: null,
  username: sourcedId,
  email: null,
  givenName: 'Ana',
  familyName: 'Alvarez',
  preferredGivenName: null,
  preferredFamilyName: null,
  active: true,
  file: 'users.csv',
  row: 2,
  ...given,
})

function match(roster: RosterMember[], existing: MemberState[], confirmed: string[] = []) {
  const { known, emailMatches } = matchMembers(roster, existing, new Set(confirmed))
  return {
    known: Object.fromEntries([...known].map(([sourcedId, { id }]) => [sourcedId, id])),
    asked: emailMatches.map(({ sourcedId }) => sourcedId),
  }
}

describe('somebody of a roster is recognized', () => {
  test.each([
    ['the sourcedId', { sourceId: 's1' }, {}],
    ['the master identifier', { masterIdentifier: 'm1' }, { masterIdentifier: 'm1' }],
    ['the identifier', { identifier: '77' }, { identifier: '77' }],
    ['the address of somebody from no roster', { email: 'ana@x.org' }, { email: 'Ana@X.org' }],
  ])('by %s', (_, has, comes) => {
    expect(match([stranger('s1', comes)], [member('ana', has)]).known).toEqual({ s1: 'ana' })
  })

  test('by the stronger sign where two point to different people', () => {
    const existing = [
      member('ana', { masterIdentifier: 'm1' }),
      member('ben', { identifier: '77', email: 'ana@x.org' }),
    ]
    const comes = stranger('s1', { masterIdentifier: 'm1', identifier: '77', email: 'ana@x.org' })

    expect(match([comes], existing).known).toEqual({ s1: 'ana' })
  })

  test('with a new sourcedId by what stayed the same', () => {
    const existing = [member('ana', { sourceId: 'old', identifier: '77' })]

    expect(match([stranger('new', { identifier: '77' })], existing).known).toEqual({ new: 'ana' })
  })

  test('never twice', () => {
    const existing = [member('ana', { sourceId: 's1', identifier: '77', email: 'ana@x.org' })]
    const roster = [stranger('s1'), stranger('s2', { identifier: '77', email: 'ana@x.org' })]

    expect(match(roster, existing).known).toEqual({ s1: 'ana' })
  })

  test('not by a sign that several share', () => {
    const shared = { identifier: '0', email: 'office@x.org' }

    expect(
      match([stranger('s1', shared), stranger('s2', shared)], [member('ana', shared)]),
    ).toEqual({ known: {}, asked: [] })
    expect(match([stranger('s1', shared)], [member('ana', shared), member('ben', shared)])).toEqual(
      { known: {}, asked: [] },
    )
  })
})

describe('the address of somebody with another sourcedId', () => {
  const existing = [member('ana', { sourceId: 'old', email: 'ana@x.org' })]
  const roster = [stranger('new', { email: 'ana@x.org' })]

  test('is asked about, and until then they are two people', () => {
    expect(match(roster, existing)).toEqual({ known: {}, asked: ['new'] })
  })

  test('is enough once somebody has confirmed it', () => {
    expect(match(roster, existing, ['new'])).toEqual({ known: { new: 'ana' }, asked: [] })
  })
})
