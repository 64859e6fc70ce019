import { paths } from '~/http/paths'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import type { Column } from '~/ui/table'

type District = Parameters<typeof paths.staffMember>[0]
type Person = { memberId: string; name: string }

/** Whose a row is, with the way to their record. */
export const personColumn = (district: District): Column<Person> => ({
  key: 'name',
  head: 'Name',
  sortable: true,
  cell: ({ name, memberId }) => (
    <TextLink href={paths.staffMember(district, memberId)}>{name}</TextLink>
  ),
})

/** What a row is about, with the way to it and a line below. */
export const Titled = (props: { href: string; title: string; below: string }) => (
  <>
    <TextLink href={props.href}>{props.title}</TextLink>
    <Below>{props.below}</Below>
  </>
)

/** A quiet line below what a cell says. */
export const Below = ({ children }: { children: string }) => (
  <span className="block text-sm font-normal text-ink-quiet">{children}</span>
)

/** The school a row counts for. */
export const schoolColumn: Column<{ organization: string }> = {
  key: 'school',
  head: 'School',
  cell: ({ organization }) => organization,
}

/** A day; a dash where there is none. */
export const shownDay = (day: string | null) => (day === null ? '–' : <Day value={day} short />)

/** The words of states or kinds, to choose from. */
export const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
