import { readFileSync } from 'node:fs'
import type { ActivityStatus, SubmissionStatus } from '#db/words'
import { type Actor, can, type Permission, permissions } from '~/domain/policy'
import { expect, test } from 'vitest'

const HERE = 'school'
const actor = (
  id: string,
  role: Actor['hats'][number]['role'],
  supervises: string[] = [],
): Actor => ({
  id,
  name: id,
  hats: [{ role, organizationId: HERE, organizationPath: `district/${HERE}/` }],
  supervises,
})

/** The columns: everybody who may ask about something that belongs to `owner`, at the school `HERE`. */
const ACTORS: Record<string, Actor> = {
  owner: actor('owner', 'educator'),
  colleague: actor('colleague', 'educator'),
  'their principal': actor('principal', 'principal', [HERE]),
  'another principal': actor('other', 'principal', ['elsewhere']),
  coordinator: actor('coordinator', 'coordinator'),
  administrator: actor('administrator', 'administrator'),
  auditor: actor('auditor', 'auditor'),
}

const owned = { memberId: 'owner', organizationId: HERE }
const ACTIVITY: ActivityStatus[] = [
  'draft',
  'submitted',
  'approved',
  'returned',
  'denied',
  'withdrawn',
]
const SUBMISSION: SubmissionStatus[] = ['waiting', 'approved', 'returned', 'denied', 'withdrawn']

/** What each permission is asked about, by what a cell then says. */
function subjectsOf(permission: Permission): Map<string, unknown[]> {
  const [thing] = permission.split('.')
  if (permission === 'activity.log') return new Map([['yes', []]])
  if (thing === 'activity') {
    return new Map(ACTIVITY.map((status) => [status, [{ ...owned, status }]]))
  }
  if (permission === 'award.edit') {
    const states = ['not_verified', 'verified_by_person', 'refused', 'withdrawn']
    return new Map(
      states.flatMap((verification) =>
        [true, false].map((isWaiting) => [
          `${verification.replaceAll('_', ' ')}${isWaiting ? ' and waiting' : ''}`,
          [{ ...owned, verification, isWaiting }],
        ]),
      ),
    )
  }
  if (thing === 'submission' || permission === 'completion.edit') {
    return new Map(SUBMISSION.map((status) => [status, [{ ...owned, status }]]))
  }
  if (permission === 'evidence.view') {
    return new Map([
      ['plain', [{ ...owned, mayShowStudents: false }]],
      ['may show students', [{ ...owned, mayShowStudents: true }]],
    ])
  }
  if (permission === 'record.import' || permission === 'record.list') return new Map([['yes', []]])
  if (permission === 'record.view') {
    return new Map([['yes', [{ id: 'owner', organizationIds: [HERE] }]]])
  }
  if (permission === 'pathway.preview' || permission === 'pathway.comment') {
    return new Map([
      ['asked', [{ isAsked: true }]],
      ['not asked', [{ isAsked: false }]],
    ])
  }
  if (permission === 'saved_report.view') {
    return new Map([
      ['shared', [{ ...owned, isShared: true }]],
      ['not shared', [{ ...owned, isShared: false }]],
    ])
  }
  if (permission === 'license.health') {
    const staff = { id: 'owner', organizationIds: [HERE] }
    return new Map([
      ['not shared', [{ ...staff, sharesLicenseHealth: false }]],
      ['shared', [{ ...staff, sharesLicenseHealth: true }]],
    ])
  }
  return new Map([['yes', [owned]]])
}

function cell(permission: Permission, who: Actor) {
  const subjects = subjectsOf(permission)
  const ask = can as (who: Actor, permission: Permission, ...subject: unknown[]) => boolean
  const granted = [...subjects].filter(([, subject]) => ask(who, permission, ...subject))
  if (granted.length === 0) return '–'
  if (granted.length === subjects.size) return 'yes'
  return granted.map(([name]) => name).join(', ')
}

test('docs/permissions.md is what the policy does', () => {
  const head = `| permission | ${Object.keys(ACTORS).join(' | ')} |`
  const rows = permissions.map(
    (permission) =>
      `| \`${permission}\` | ${Object.values(ACTORS)
        .map((who) => cell(permission, who))
        .join(' | ')} |`,
  )

  const page = readFileSync('docs/permissions.md', 'utf8')
  const written = page.split('\n').filter((line) => line.startsWith('| `') || line === head)

  expect([head, ...rows]).toEqual(written)
})

test('nobody decides on what is their own, nor takes a decision back, whatever their role', () => {
  for (const who of Object.values(ACTORS)) {
    const own = { memberId: who.id, organizationId: HERE, status: 'waiting' as const }
    const decided = { ...own, status: 'approved' as const }
    expect(can({ ...who, supervises: [HERE] }, 'submission.decide', own)).toBe(false)
    expect(can({ ...who, supervises: [HERE] }, 'submission.reopen', decided)).toBe(false)
  }
})

test('who is nothing may do nothing', () => {
  const nobody: Actor = { id: 'nobody', name: 'Nobody', hats: [], supervises: [] }

  const granted = permissions.filter((permission) => cell(permission, nobody) !== '–')

  expect(granted).toEqual([])
})
