import { describe, expect, it } from 'vitest'
import {
  type KeptFile,
  keepingOf,
  keptForTrainings,
  type ProvenCycle,
} from '~/domain/retention/retention'

const schedule = { evidenceYears: 5, separationYears: 6 }

const renewed: ProvenCycle = {
  place: 'Massachusetts',
  lastDay: '2020-06-30',
  renewedOn: '2020-06-15',
  closedOn: '2020-06-15',
  askedUntil: null,
}
const open: ProvenCycle = { ...renewed, lastDay: '2025-06-30', renewedOn: null, closedOn: null }

const file = (given: Partial<KeptFile> = {}): KeptFile => ({
  attachedOn: '2018-10-05',
  cycles: [renewed],
  leftOn: null,
  ...given,
})

describe('an evidence file that counts for a renewal', () => {
  it('is kept five years from the renewal, whenever the activity was', () => {
    expect(keepingOf(file(), schedule)).toEqual({
      until: '2025-06-15',
      because: 'The Massachusetts license was renewed on 15 June 2020. Kept 5 years from then.',
    })
  })

  it('is kept from the day it was attached where that is later', () => {
    const { until, because } = keepingOf(file({ attachedOn: '2024-02-29' }), schedule)

    expect(until).toBe('2029-02-28')
    expect(because).toContain('Kept 5 years from the day it was attached, 29 February 2024.')
  })

  it('is kept as long as the state asks where that is longer, and no shorter where it is not', () => {
    const asked = (askedUntil: string) =>
      keepingOf(file({ cycles: [{ ...renewed, askedUntil }] }), schedule)

    expect(asked('2030-06-15')).toEqual({
      until: '2030-06-15',
      because:
        'The Massachusetts license was renewed on 15 June 2020. Massachusetts asks for it until 15 June 2030.',
    })
    expect(asked('2023-06-15').until).toBe('2025-06-15')
  })

  it('is kept for the last of several renewals', () => {
    const later = { ...renewed, place: 'New York', renewedOn: '2021-02-01' }

    expect(keepingOf(file({ cycles: [renewed, later] }), schedule)).toMatchObject({
      until: '2026-02-01',
      because: expect.stringContaining('New York'),
    })
  })

  it('is kept while one of the renewals is under way, unless its educator has left', () => {
    const cycles = [renewed, open]

    expect(keepingOf(file({ cycles }), schedule)).toEqual({
      until: null,
      because: 'The Massachusetts license it counts for is being renewed.',
    })
    expect(keepingOf(file({ cycles, leftOn: '2022-06-30' }), schedule)).toEqual({
      until: '2030-06-30',
      because: 'The Massachusetts cycle ended on 30 June 2025. Kept 5 years from then.',
    })
  })

  it('counts from the end of a cycle that was closed without a renewal', () => {
    const lapsed = { ...renewed, renewedOn: null, closedOn: '2019-01-31' }

    expect(keepingOf(file({ cycles: [lapsed] }), schedule).until).toBe('2025-06-30')
  })
})

describe('an evidence file that counts for no renewal', () => {
  it('is kept as long as its educator works here', () => {
    expect(keepingOf(file({ cycles: [] }), schedule)).toEqual({
      until: null,
      because: 'It counts for no renewal yet, and its educator works here.',
    })
  })

  it('is kept six years after they left', () => {
    expect(keepingOf(file({ cycles: [], leftOn: '2019-06-28' }), schedule)).toEqual({
      until: '2025-06-28',
      because:
        'Its educator left on 28 June 2019, and it counts for no renewal. Kept 6 years from then.',
    })
  })
})

it('follows a longer schedule of the district', () => {
  const longer = { evidenceYears: 10, separationYears: 20 }

  expect(keepingOf(file(), longer).until).toBe('2030-06-15')
  expect(keepingOf(file({ cycles: [], leftOn: '2019-06-28' }), longer).until).toBe('2039-06-28')
})

describe('an evidence file that met a required training', () => {
  const keeping = { until: '2025-06-15', because: 'The license was renewed.' }
  const training = { title: 'Conflict of interest', metOn: '2022-09-10', retentionYears: 6 }

  it('is kept as long as the training asks, where that is longer', () => {
    expect(keptForTrainings(keeping, [training])).toEqual({
      until: '2028-09-10',
      because:
        'It met the required training “Conflict of interest” on 10 September 2022. Kept 6 years from then.',
    })
  })

  it('is kept as before where the training asks for less, or nobody can tell until when', () => {
    const open = { until: null, because: 'Its educator works here.' }

    expect(keptForTrainings(keeping, [{ ...training, retentionYears: 1 }])).toEqual(keeping)
    expect(keptForTrainings(open, [training])).toEqual(open)
    expect(keptForTrainings(keeping, [])).toEqual(keeping)
  })
})
