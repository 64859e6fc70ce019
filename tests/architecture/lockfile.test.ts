import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareVersions, FLOORS, OPEN_RISKS } from './floors'
import { tableOf } from './markdown'

type Package = {
  name?: string
  version: string
  integrity?: string
  link?: boolean
  optional?: boolean
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}
type Locked = Package & { place: string; name: string }

const locked = readLocked()
const { overrides } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  overrides: Record<string, string>
}
const acceptedRisks = tableOf(readFileSync('docs/accepted-risks.md', 'utf8'), 'Risk')

function readLocked(): Locked[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Package>
  }
  return Object.entries(packages)
    .filter(([place, { link }]) => place !== '' && !link)
    .map(([place, entry]) => {
      return { ...entry, place, name: entry.name ?? place.split('node_modules/').at(-1) ?? '' }
    })
}

function belowFloor(packages: Locked[]): string[] {
  return FLOORS.flatMap(({ package: name, floor, reason }) =>
    packages
      .filter((it) => it.name === name && compareVersions(it.version, floor) < 0)
      .map(({ place, version }) => `${place} is ${version}, below ${floor}: ${reason}`),
  )
}

describe('the lockfile', () => {
  test('has no package below the version that closed a hole', () => {
    expect(belowFloor(locked)).toEqual([])
  })

  test('keeps every override of package.json, each with a floor that says why', () => {
    expect(
      Object.keys(overrides).filter((name) => !FLOORS.some((it) => it.package === name)),
    ).toEqual([])
  })

  test('still has the packages that the floors are about', () => {
    const gone = FLOORS.filter(({ package: name }) => !locked.some((it) => it.name === name))

    expect(gone.map(({ package: name }) => name)).toEqual([])
  })

  test('has the hash of every package, but for programs of other platforms', () => {
    const unknown = locked.filter(
      ({ integrity, optional, cpu }) => !integrity && !(optional && cpu),
    )

    expect(unknown.map(({ place }) => place)).toEqual([])
  })

  test('names the programs of every platform: npm ci refuses a lockfile without them', () => {
    const names = new Set(locked.map(({ name }) => name))
    const missing = locked.flatMap(({ place, optionalDependencies = {} }) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${place} → ${name}`),
    )

    expect(missing).toEqual([])
  })
})

describe('docs/accepted-risks.md', () => {
  test('names each hole that is still open, and none that is closed', () => {
    const open = OPEN_RISKS.filter(({ package: name, stillOpenIn }) =>
      locked.some((it) => it.name === name && stillOpenIn.test(it.version)),
    ).flatMap(({ advisories }) => advisories)
    const written = acceptedRisks.map(({ Risk }) => Risk ?? '').join(' ')

    expect(written.match(/GHSA(-\w{4}){3}/g)?.toSorted()).toEqual(open.toSorted())
  })

  test('gives every risk a reason', () => {
    const reasons = acceptedRisks.map((row) => row['Why it is accepted'] ?? '')

    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.filter((reason) => reason.split(' ').length < 6)).toEqual([])
  })

  test('has no risk past its date: look at it anew, then fix it or set a new date', () => {
    const today = new Date().toISOString().slice(0, 10)
    const dates = acceptedRisks.map(({ Expires }) => Expires ?? '')

    expect(dates.filter((date) => !/^\d{4}-\d\d-\d\d$/.test(date))).toEqual([])
    expect(acceptedRisks.filter(({ Expires = '' }) => Expires < today)).toEqual([])
  })
})

test('a planted version is caught, wherever it is nested', () => {
  const nested = { name: 'vite', place: 'node_modules/x/node_modules/vite', version: '5.4.21' }

  expect(belowFloor([nested])).toEqual([
    'node_modules/x/node_modules/vite is 5.4.21, below 6.4.6: CVE-2026-39363, CVE-2026-39364, CVE-2026-39365',
  ])
  expect(compareVersions('0.25.12', '0.25.2')).toBeGreaterThan(0)
  expect(compareVersions('7.0.0', '6.4.6')).toBeGreaterThan(0)
  expect(compareVersions('6.30.6', '6.30.6')).toBe(0)
})
