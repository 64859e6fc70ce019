import { PURPOSE_NAMES, PURPOSES } from '~/domain/credit/use'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { Day } from '~/ui/day-text'
import { FilterChips } from '~/ui/filter-chips'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { amountWords } from './amount-words'
import type { ShownUses } from './uses-page'

type Use = ShownUses['uses']['rows'][number]

/** Every use, newest first; filtered and paged in the address. */
export function UseList({ page }: { page: ShownUses }) {
  const url = useListUrl()
  const { uses, purpose } = page
  const chips = PURPOSE_NAMES.map((name) => ({
    label: PURPOSES[name],
    active: purpose === name,
    href: `${url({ purpose: purpose === name ? null : name })}#uses`,
  }))
  return (
    <div className="space-y-4">
      <FilterChips label="Show" chips={chips} />
      {uses.rows.length === 0 ? (
        <p className="text-ink-quiet">Nothing was used for this.</p>
      ) : (
        <Table
          caption="What was used, and for what"
          captionHidden
          rows={uses.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: 'What',
              rowHead: true,
              cell: (use) => <Subject use={use} />,
            },
            {
              key: 'for',
              head: 'Used for',
              cell: ({ label, purpose: what }) => (
                <>
                  {label}
                  <span className="block text-sm text-ink-quiet">{PURPOSES[what]}</span>
                </>
              ),
            },
            { key: 'on', head: 'On', cell: ({ usedOn }) => <Day value={usedOn} short /> },
            { key: 'amount', head: 'How much', numeric: true, cell: (use) => <Amount use={use} /> },
            {
              key: 'standing',
              head: 'Standing',
              cell: (use) => <Standing use={use} member={page.member} />,
            },
          ]}
        />
      )}
      <Pagination
        page={uses.page}
        pageCount={uses.pages}
        href={(number) => `${url({ page: number }, 'keep page')}#uses`}
      />
    </div>
  )
}

function Subject({ use: { subject } }: { use: Use }) {
  const { district } = useDistrict()
  const pages = { activity: paths.activity, completion: paths.completion, award: paths.award }
  if (subject.isBrought) return <>{subject.title}</>
  return (
    <TextLink href={pages[subject.kind](district, subject)} tone="ink" strong>
      {subject.title}
    </TextLink>
  )
}

function Amount({ use: { minutes, unit, milliUnits } }: { use: Use }) {
  if (unit === 'clock_hour' || milliUnits === 0) return <Hours minutes={minutes ?? 0} />
  return <>{amountWords(milliUnits / 1000, unit)}</>
}

function Standing({ use, member }: { use: Use; member: ShownUses['member'] }) {
  const { district, today } = useDistrict()
  if (use.takenBackOn) {
    return (
      <>
        Taken back on <Day value={use.takenBackOn} today={today} />
        {use.takenBackBecause && `: ${use.takenBackBecause}`}
      </>
    )
  }
  return (
    <>
      {use.isExpired && 'Expired, counts for nothing. '}
      {use.isNoLongerApproved && 'Used; its approval was taken back later. '}
      {use.expiresOn && !use.isExpired && (
        <>
          Good until <Day value={use.expiresOn} today={today} />.{' '}
        </>
      )}
      {use.can.takeBack && (
        <TextLink href={paths.takingBackOfUse(district, member, use)}>
          Take back<span className="sr-only">: {use.subject.title}</span>
        </TextLink>
      )}
    </>
  )
}
