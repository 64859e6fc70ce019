import { LOSSES } from '~/domain/renewal/losses'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import type { Opened } from './lost'

type Person = Opened['rows'][number]

/** The rows behind one reason, by person. */
export function LostRows({ opened }: { opened: Opened }) {
  const url = useListUrl()
  return (
    <div className="mt-12">
      <Section
        id="rows"
        title={LOSSES[opened.reason]}
        lead={`${counted(opened.total, 'person', 'people')}, by name.`}
        action={<TextLink href={url({ reason: null })}>Close</TextLink>}
      >
        <ul className="border-t border-line">
          {opened.rows.map((person) => (
            <LostOf key={person.id} person={person} />
          ))}
        </ul>
        <Pagination
          page={opened.page}
          pageCount={opened.pages}
          href={(page) => `${url({ page }, 'keep page')}#rows`}
        />
      </Section>
    </div>
  )
}

function LostOf({ person }: { person: Person }) {
  const { district } = useDistrict()
  const pages = { activity: paths.activity, completion: paths.completion, award: paths.award }
  return (
    <li className="border-b border-line py-4 print:break-inside-avoid">
      <h3 className="font-semibold">
        <TextLink href={paths.cycle(district, person)} tone="ink">
          {person.name}
        </TextLink>
        <span className="font-normal text-ink-quiet"> {person.school}</span>
      </h3>
      <ul className="mt-2 space-y-2">
        {person.rows.map((row) => (
          <li key={row.id} className="max-w-line">
            <TextLink href={pages[row.kind](district, row)}>{row.title}</TextLink>
            <span className="text-ink-quiet">
              {row.endedOn && (
                <>
                  , <Day value={row.endedOn} short />
                </>
              )}
              {row.units > 0 &&
                `, ${row.units} ${row.units === 1 ? person.unit.one : person.unit.many}`}
            </span>
            <p className="text-sm">{row.sentence}</p>
          </li>
        ))}
      </ul>
    </li>
  )
}
