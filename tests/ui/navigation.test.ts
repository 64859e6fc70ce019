import { describe, expect, test } from 'vitest'
import { initials } from '../../app/ui/avatar'
import { barItems, currentItem, type NavigationGroup } from '../../app/ui/navigation'
import { pagesAround } from '../../app/ui/pagination'

const groups: NavigationGroup[] = [
  { label: '', items: [{ label: 'Home', href: '/d/north', icon: 'home' }] },
  {
    label: 'My learning',
    items: [
      { label: 'Activities', href: '/d/north/activities', icon: 'activity' },
      { label: 'Pathways', href: '/d/north/pathways', icon: 'pathway' },
    ],
  },
  {
    label: 'District',
    items: [
      {
        label: 'Report',
        href: '/d/north/report',
        icon: 'report',
        also: ['/d/north/snapshots'],
      },
    ],
  },
]

describe('the place one is at', () => {
  test.each([
    ['/d/north', 'Home'],
    ['/d/north/activities', 'Activities'],
    ['/d/north/activities/new', 'Activities'],
    ['/d/north/snapshots', 'Report'],
    ['/d/north/snapshots/june', 'Report'],
    ['/d/north/snapshots-elsewhere', undefined],
    ['/d/north/activities-elsewhere', undefined],
    ['/d/north/account', undefined],
  ])('%s is %s', (path, label) => {
    expect(currentItem(groups, path)?.label).toBe(label)
  })
})

test('the bottom bar has three places, the rest is behind More', () => {
  const { bar, rest } = barItems(groups)
  expect(bar.map((item) => item.label)).toEqual(['Home', 'Activities', 'Pathways'])
  expect(rest.map((group) => group.label)).toEqual(['District'])
})

test('pages far from the current one are left out', () => {
  expect(pagesAround(5, 80)).toEqual([1, null, 4, 5, 6, null, 80])
  expect(pagesAround(1, 3)).toEqual([1, 2, 3])
  expect(pagesAround(2, 2)).toEqual([1, 2])
})

test('initials are the first and the last', () => {
  expect(initials('Ana María Ruiz')).toBe('AR')
  expect(initials('Élodie')).toBe('É')
  expect(initials('Ben Okafor (he)')).toBe('BO')
})
