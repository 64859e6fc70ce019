import type { Chance } from '../chance'

/** The beginnings and endings of invented places, such as Thornbury. */
const words = (text: string) => text.split(' ')
const BEGINNINGS = words(
  `Alder Amber Arden Bram Brin Calder Carrow Cinder Clover Corby Dunmore Elder Ember Fallow Fenner Garnet
Glen Hallow Harrow Hazel Heather Ivers Kestrel Lark Linnet Marlow Merrow Mill Otter Pell Quill Raven
Rowan Sable Sedge Silver Tamar Thorn Tolland Vesper Wander Wick Wren Yarrow`.replaceAll('\n', ' '),
)
const ENDINGS = words('bourne bridge bury combe dale field ford ham haven mere port stead ton wood')
const SIDES = ['North', 'South', 'East', 'West', 'New', 'Upper', 'Lower']
const KINDS = ['Public Schools', 'Public Schools', 'Public Schools', 'School District']
const REGIONS = ['Regional School District', 'Charter School', 'Vocational Technical School']
/** Of a hundred districts, how many are regions, charter schools and vocational schools. */
const OF_THEIR_OWN = 0.25

/** The district that is there alone, and the largest where there are several. */
export const LARGEST = { slug: 'harborview', name: 'Harborview Public Schools' }

/** So many districts, no two with the same address; none is meant to be a real one. */
export function districtNames(chance: Chance, count: number): { slug: string; name: string }[] {
  const named = new Map([[LARGEST.slug, LARGEST]])
  for (let tries = 0; named.size < count; tries++) {
    const place = `${chance.pick(BEGINNINGS)}${chance.pick(ENDINGS)}`
    const side = chance.happens(0.2) ? `${chance.pick(SIDES)} ` : ''
    const number = tries < 20 * count ? '' : ` ${tries}`
    const kind = chance.pick(chance.happens(OF_THEIR_OWN) ? REGIONS : KINDS)
    const slug = `${side}${place}${number}`.toLowerCase().replaceAll(' ', '-')
    if (!named.has(slug)) named.set(slug, { slug, name: `${side}${place}${number} ${kind}` })
  }
  return [...named.values()]
}
