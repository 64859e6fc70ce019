import { broughtWords } from '~/domain/brought/brought'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { VERDICT_NAMES, VERDICTS } from '~/domain/evaluation/evaluation'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Status, type Tone } from '~/ui/status'
import { Table } from '~/ui/table'
import type { ShownCycle } from './show'

type Row = ShownCycle['rows']['rows'][number]

const TONES: Record<Row['verdict'], Tone> = {
  counts: 'good',
  counts_partly: 'warn',
  not_yet: 'next',
  does_not_count: 'neutral',
}

/** Every row with its verdict, newest first; filtered and paged in the address. */
export function CycleRows({ page }: { page: ShownCycle }) {
  const url = useListUrl()
  const { rows, verdicts, verdict, unit } = page
  const chips = VERDICT_NAMES.filter((name) => verdicts[name] > 0).map((name) => ({
    label: VERDICTS[name],
    count: verdicts[name],
    active: verdict === name,
    href: `${url({ verdict: verdict === name ? null : name })}#rows`,
  }))
  if (chips.length === 0) {
    return (
      <EmptyState title="Nothing in this cycle yet" icon="activity">
        What you log, finish and earn from the first day of the cycle stands here, with what your
        state makes of it.
      </EmptyState>
    )
  }
  return (
    <>
      <FilterChips label="Show" chips={chips} />
      <Table
        caption="What was done in this cycle, and what counts"
        captionHidden
        rows={rows.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: 'What',
            rowHead: true,
            cell: (row) => <RowTitle row={row} isOwn={page.isOwn} />,
          },
          {
            key: 'day',
            head: 'Finished',
            cell: ({ endedOn }) => endedOn && <Day value={endedOn} short />,
          },
          {
            key: 'verdict',
            head: 'Verdict',
            cell: (row) => (
              <>
                <Status tone={TONES[row.verdict]}>{VERDICTS[row.verdict]}</Status>
                <p className="mt-1 max-w-line text-sm">
                  {row.isTakenBack &&
                    'It was used for this renewal; its approval was taken back later. '}
                  {row.sentence} <span className="text-ink-quiet">Rule: {row.ruleLabel}.</span>
                </p>
              </>
            ),
          },
          {
            key: 'strength',
            head: 'Evidence',
            from: 'lg',
            cell: ({ strength, saidProof }) => (
              <>
                {strength && STRENGTHS[strength]}
                {saidProof && <p className="text-sm text-ink-quiet">{saidProof}</p>}
              </>
            ),
          },
          { key: 'units', head: `Worth, ${unit.many}`, numeric: true, cell: ({ units }) => units },
          { key: 'counted', head: 'Counted', numeric: true, cell: ({ counted }) => counted },
        ]}
      />
      <Pagination
        page={rows.page}
        pageCount={rows.pages}
        href={(number) => `${url({ page: number }, 'keep page')}#rows`}
      />
    </>
  )
}

function RowTitle({ row, isOwn }: { row: Row; isOwn: boolean }) {
  const { district } = useDistrict()
  const pages = { activity: paths.activity, completion: paths.completion, award: paths.award }
  if (!row.kind) {
    return (
      <>
        {row.title}
        {row.from && <p className="text-sm font-normal text-ink-quiet">{broughtWords(row.from)}</p>}
      </>
    )
  }
  return (
    <>
      <TextLink href={pages[row.kind](district, row)} tone="ink" strong>
        {row.title}
      </TextLink>
      {isOwn && (
        <p className="text-sm font-normal">
          <TextLink href={paths.claim(district, row.kind, row)}>
            What it is for<span className="sr-only">: {row.title}</span>
          </TextLink>
        </p>
      )}
    </>
  )
}
