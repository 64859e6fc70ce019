import { five, shownGroups, smallestOther } from './naive-hiding'
import { naiveReport, placesOf } from './naive-report'
import type { World } from './random-world'

const tenHours = (minutes: number) => 600 * Math.round(minutes / 600)
const someOf = (part: number, whole: number) => Math.min(five(part), five(whole) - 5)

/**
 * All that a coordinator is told of a district or one school as of a day, figure by figure: the rounding of
 * the plain computation. What is told as nothing stands nowhere.
 */
export function naiveTold(world: World, day: string, school: string | null) {
  const whole = reportOn(world, day)
  const own = school === null ? whole : naiveReport(world, day, school)
  const educatorsAt = (id: string) => whole.figures.get(`participation|${id}||educators`) ?? 0
  const [top] = world.organizations
  const places = [...new Set(placesOf(world).values())].toSorted(
    (a, b) => Number(a === top!.id) - Number(b === top!.id) || (a < b ? -1 : 1),
  )
  const small = places.filter((id) => educatorsAt(id) < 5)
  const hidden = new Set(small)
  const next = smallestOther(places.map((id) => [id, educatorsAt(id)]))
  if (small.length > 0 && next) hidden.add(next)

  const told = new Map<string, number>()
  const isWithheld =
    (own.figures.get('participation|||educators') ?? 0) < 5 ||
    (school !== null && hidden.has(school))
  for (const [key, value] of own.figures) {
    const [section, place, , measure] = key.split('|') as [string, string, string, string]
    const at = (other: string) => own.figures.get(`${section}|${place}||${other}`) ?? 0
    if (section === 'pathways') told.set(key, value)
    else if (isWithheld || hidden.has(place) || measure === 'oldestDays') continue
    else if (section === 'hours' || section === 'evidence' || section === 'competencies')
      told.set(key, tenHours(value))
    else if (measure === 'atOrAbove' || measure === 'inThreeYears')
      told.set(key, someOf(value, at('educators')))
    else if (measure !== 'medianDays') told.set(key, five(value))
    else if (five(at('decided')) >= 20) told.set(key, value)
  }
  if (!isWithheld) for (const [key, value] of toldGroups(own)) told.set(key, value)
  return new Map([...told].filter(([key, value]) => value !== 0 || key.endsWith('Days')))
}

const kept = new WeakMap<World, Map<string, ReturnType<typeof naiveReport>>>()

/** That of the district decides for each of its schools. */
function reportOn(world: World, day: string) {
  const own = kept.get(world) ?? new Map<string, ReturnType<typeof naiveReport>>()
  kept.set(world, own)
  const report = own.get(day) ?? naiveReport(world, day, null)
  own.set(day, report)
  return report
}

function toldGroups({ groups }: ReturnType<typeof naiveReport>) {
  return shownGroups(groups).flatMap((each): [string, number][] => {
    const { line, group, educators, atOrAbove, meanMinutes } = each
    const mean = 60 * Math.round(meanMinutes / 60)
    return [
      [`equity||${line}/${group}|educators`, five(educators)],
      ...(atOrAbove === null
        ? []
        : [
            [`equity||${line}/${group}|atOrAbove`, someOf(atOrAbove, educators)] as [
              string,
              number,
            ],
          ]),
      ...(five(educators) < 20
        ? []
        : [[`equity||${line}/${group}|meanMinutes`, mean] as [string, number]]),
    ]
  })
}
