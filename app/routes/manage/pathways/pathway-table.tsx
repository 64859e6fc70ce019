import type { listPathways } from '~/domain/pathways/queries.server'
import { PATHWAY_STATUSES } from '~/domain/pathways/pathway'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { TextLink } from '~/ui/link'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'

type Pathways = Awaited<ReturnType<typeof listPathways>>['pathways']

/** The district's pathways, with how many people are on each. */
export function PathwayTable({ pathways }: { pathways: Pathways }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(pathways.total, 'pathway', 'pathways')}
      rows={pathways.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Pathway',
          rowHead: true,
          cell: (row) => (
            <TextLink href={paths.managedPathway(district, row)} strong>
              {row.title}
            </TextLink>
          ),
        },
        {
          key: 'status',
          head: 'State',
          cell: (row) => (
            <span className="flex flex-wrap gap-2">
              <PathwayStatusWord status={row.status} />
              {row.hasDraft && row.status === 'published' && (
                <Status icon="edit">Being changed</Status>
              )}
            </span>
          ),
        },
        { key: 'open', head: 'Under way', numeric: true, cell: ({ open }) => figure(open) },
        {
          key: 'completed',
          head: 'Completed',
          numeric: true,
          cell: ({ completed }) => figure(completed),
        },
        {
          key: 'progress',
          head: 'Progress',
          headHidden: true,
          cell: (row) =>
            row.open + row.completed > 0 && (
              <TextLink href={paths.pathwayProgress(district, row)}>
                Progress<span className="sr-only"> of {row.title}</span>
              </TextLink>
            ),
        },
      ]}
    />
  )
}

/** The state of a pathway as a word. */
export function PathwayStatusWord({ status }: { status: Pathways['rows'][number]['status'] }) {
  if (status === 'published') return <Status tone="good">{PATHWAY_STATUSES[status]}</Status>
  return <Status icon={status === 'draft' ? 'edit' : 'deny'}>{PATHWAY_STATUSES[status]}</Status>
}

const figure = (count: number) => count.toLocaleString('en-US')
