import type { Day } from '../calendar'
import type { Scope } from '../scope.server'
import { placeReport } from './frame.server'
import type { ExactReport, Figures, ToldReport } from './report.server'
import { SECTIONS, type SectionKey } from './sections/index.server'
import { countParticipation } from './sections/participation.server'
import { hiddenPlaces, SMALLEST_SHOWN } from './suppression'
import { NOTHING, roundedBut, type Teller, toldReached } from './telling'

type Ids = ReadonlySet<string>
type Sizes = { bySchool: readonly { id: string; educators: number }[] }

/** The schools of the district of which nothing is told: those of few educators, and another one. */
function hiddenIn({ bySchool }: Sizes): Ids {
  const hidden = hiddenPlaces(bySchool.map(({ educators }) => educators))
  return new Set(bySchool.filter((_, at) => hidden[at]).map(({ id }) => id))
}

/** The same as of a day, as the report of the whole district decides it. @throws Invalid */
export const placesHiddenOn = (scope: Scope, asOf: Day) =>
  scope.db.keepUntilWritten(`report/hidden/${asOf}`, async () =>
    hiddenIn(await countParticipation(scope, await placeReport(scope, { asOf }))),
  )

/** A report of the whole district, as `tellReport` tells it. */
export const tellWhole = (exact: ExactReport) =>
  tellReport(exact, { hidden: hiddenIn(exact.participation), hiddenBefore: new Set() })

/**
 * A report for somebody who may not see it exactly: each section as it is told, nothing of schools with few
 * people or by which they could be found, and the year before likewise. Whatever is shown, compared and
 * saved is reckoned from this.
 *
 * @param hidden the schools of which nothing is told
 * @param hiddenBefore the same a year before, for the report of a school
 */
export function tellReport(
  exact: ExactReport,
  { hidden, hiddenBefore }: { hidden: Ids; hiddenBefore: Ids },
): ToldReport {
  const { organization, participation, lastYear } = exact
  const isAbout = (some: Ids) => organization !== null && some.has(organization.id)
  const isWithheld = participation.educators < SMALLEST_SHOWN || isAbout(hidden)
  const teller = isWithheld ? NOTHING : roundedBut(hidden)
  return {
    ...exact,
    ...toldSections(exact, teller),
    lastYear: isWithheld || isAbout(hiddenBefore) ? null : toldLastYear(lastYear, teller),
    rounded: {
      isWithheld,
      places: organization
        ? []
        : participation.bySchool
            .filter(({ id }) => hidden.has(id))
            .map(({ id, name }) => ({ id, name })),
    },
  }
}

/** A snapshot of an earlier day may lack a section. */
function toldSections(exact: Partial<Figures>, teller: Teller): Figures {
  const present = (Object.keys(SECTIONS) as SectionKey[]).filter((key) => exact[key])
  const told = present.map((key) => {
    const tell = SECTIONS[key].told as 'exact' | ((figures: unknown, teller: Teller) => unknown)
    return [key, tell === 'exact' ? exact[key] : tell(exact[key], teller)]
  })
  return Object.fromEntries(told) as Figures
}

function toldLastYear(before: ExactReport['lastYear'], teller: Teller) {
  if (before.educators < SMALLEST_SHOWN) return null
  return {
    ...before,
    ...toldReached(before, teller),
    minutes: teller.minutes(before.minutes),
  }
}
