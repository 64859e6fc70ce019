import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFiles } from '~/domain/retention/list.server'
import { FILE_STANDINGS, type FileStanding } from '~/domain/retention/retention'
import { getSchedule } from '~/domain/retention/schedule.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { FileTable } from './file-table'
import { RetentionTabs } from './retention-tabs'
import { ScheduleFacts } from './schedule-facts'

export const meta: MetaFunction = () => [{ title: 'Retention · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const standing = query.oneOf('standing', FILE_STANDINGS) ?? 'due'
  const [files, schedule] = await Promise.all([
    member.read(listFiles, { standing, page: query.page() }),
    member.read(getSchedule),
  ])
  return { standing, files, schedule }
}

export default function Retention() {
  const { standing, files, schedule } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const { due, held } = files.counts
  return (
    <>
      <PageHeader
        title="Retention"
        lead={`${counted(due, 'evidence file is', 'evidence files are')} due to be destroyed${held > 0 ? `; a legal hold keeps ${held} more` : ''}.`}
        action={
          files.can.destroy && (
            <ButtonLink href={paths.destruction(district)} tone="primary" icon="trash">
              Destroy what is due
            </ButtonLink>
          )
        }
      >
        <RetentionTabs current={standing} counts={files.counts} />
      </PageHeader>
      {files.total > 0 ? (
        <>
          <div className="mb-2 flex justify-end print:hidden">
            <LongTableLink href={`${paths.retentionCsv(district)}?standing=${standing}`}>
              Download CSV
            </LongTableLink>
          </div>
          <FileTable files={files} standing={standing} />
        </>
      ) : (
        <EmptyState title={EMPTY[standing].title} icon="file">
          {EMPTY[standing].text}
        </EmptyState>
      )}
      <Pagination
        page={files.page}
        pageCount={files.pages}
        href={(page) => url({ page }, 'keep page')}
      />
      <ScheduleFacts schedule={schedule} />
    </>
  )
}

const EMPTY: Record<FileStanding, { title: string; text: string }> = {
  due: {
    title: 'No file is due',
    text: 'Files come here once the schedule below says that nobody has to keep them any longer.',
  },
  held: {
    title: 'No file is kept by a legal hold',
    text: 'While a hold stands on a person, or on everybody, files that are due stay, and nothing of theirs can be deleted.',
  },
  coming: {
    title: 'No file comes due within a year',
    text: 'What comes due stands here a year ahead, so that a hold can be placed in time.',
  },
  destroyed: {
    title: 'No file was destroyed',
    text: 'Each one stays listed here with its name, its SHA-256 and the reason.',
  },
}

export type Files = ReturnType<typeof useLoaderData<typeof loader>>['files']
