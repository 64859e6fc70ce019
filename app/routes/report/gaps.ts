import type { checkQuality } from '~/domain/reports/quality.server'
import { paths } from '~/http/paths'

type Quality = Awaited<ReturnType<typeof checkQuality>>

/** Something that the report misses; without an address the words say who mends it. */
export type Gap = {
  key: string
  what: string
  count: number
  why: string
  mend: { href: string | null; words: string }
}

/** The gaps of a district in the order in which they weigh on the report. */
export function gapsOf(quality: Quality, district: { slug: string }): Gap[] {
  const { can, rosterId } = quality
  const linked = (may: boolean, href: string, words: string, otherwise: string) =>
    may ? { href, words } : { href: null, words: otherwise }
  const people = linked(
    can.editPeople,
    paths.people(district),
    'Open the people',
    'An administrator mends it under People.',
  )
  return [
    {
      key: 'withoutSchool',
      what: 'Activities that were sent, without a school',
      count: quality.withoutSchool,
      why: 'Their hours stand in no school’s row.',
      mend: { href: null, words: 'Each educator withdraws it and sends it again.' },
    },
    {
      key: 'atNoSchool',
      what: 'Educators and coaches at no school',
      count: quality.atNoSchool,
      why: 'They count for the district’s own offices and in no school’s share.',
      mend: people,
    },
    {
      key: 'withoutHireDate',
      what: 'Staff without a day of hire',
      count: quality.withoutHireDate,
      why: 'Their years of service are not said, and due dates counted from the hire do not come.',
      mend: people,
    },
    {
      key: 'withoutBand',
      what: 'Schools without a level or a poverty band',
      count: quality.withoutBand,
      why: 'Their educators stand under “Not said” in the equity lines.',
      mend: linked(
        can.editSchools,
        paths.organizations(district),
        'Open the schools',
        'An administrator mends it under Schools.',
      ),
    },
    {
      key: 'unmatched',
      what: 'People of the last roster whose rows could not be read',
      count: quality.unmatched,
      why: 'They are not on the staff as the roster says, and may be missing from every share.',
      mend: linked(
        can.importRoster && rosterId !== null,
        rosterId === null ? paths.rosterImports(district) : paths.rosterImport(district, rosterId),
        'Open the import',
        'An administrator mends it in the roster.',
      ),
    },
    {
      key: 'late',
      what: 'Submissions that wait longer than the clock allows',
      count: quality.late,
      why: 'Hours that were earned are not counted until somebody decides.',
      mend: linked(
        can.decide,
        `${paths.approvals(district)}?whose=all`,
        'Open the approvals',
        'The reviewer of each school decides.',
      ),
    },
    {
      key: 'oldDrafts',
      what: 'Drafts that nobody touched for 90 days',
      count: quality.oldDrafts,
      why: 'Learning that may be over was never sent; it counts nowhere.',
      mend: { href: null, words: 'Each educator sends or deletes their own.' },
    },
    {
      key: 'withoutDay',
      what: 'Drafts without a day',
      count: quality.withoutDay,
      why: 'They belong to no school year until they have one; sending asks for it.',
      mend: { href: null, words: 'Each educator completes their own.' },
    },
    {
      key: 'overdue',
      what: 'Open goals past their day',
      count: quality.overdue,
      why: 'They count as under way, though their time is over.',
      mend: { href: null, words: 'Each educator says how their own ended.' },
    },
  ]
}
