import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { beginApplying } from '~/domain/roster/import-applying.server'
import { getImport } from '~/domain/roster/imports.server'
import { decisionsInput } from '~/domain/roster/inputs.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { ApplyForm } from './apply-form'
import { ChangeSections } from './change-sections'
import { ImportNotes } from './import-notes'
import { ImportProgress } from './import-progress'
import { ImportStatus } from './import-status'
import { ImportTotals } from './import-totals'
import { QuestionSection } from './question-section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fileName ?? 'Roster'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getImport, idOf(args.params.import))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const importId = idOf(args.params.import)
  return submit(args.request, decisionsInput, async (decisions) => {
    await member.write(beginApplying, importId, decisions)
    const { district, actor } = member
    args.context.rosters.apply({ district: district.slug, actor, importId, ...decisions })
    return redirect(paths.rosterImport(district, importId))
  })
}

export default function RosterImport() {
  const found = useLoaderData<typeof loader>()
  const { id, fileName, standing, outcome, failure, by, rejectedFiles } = found
  const { district, today, timeZone } = useDistrict()
  const isPreview = standing === 'previewed'
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Roster', href: paths.rosterImports(district) }]} />}
        title={fileName}
        lead={
          <>
            Handed in by {by ?? 'the command line'} on{' '}
            <Day value={dayOf(found.createdAt, timeZone)} today={today} />
          </>
        }
      >
        <ImportStatus standing={standing} />
      </PageHeader>
      {(standing === 'reading' || standing === 'applying') && (
        <ImportProgress
          isReading={standing === 'reading'}
          done={found.done}
          total={found.total}
          href={paths.rosterImport(district, id)}
        />
      )}
      {standing === 'failed' && <Failed failure={failure} />}
      {standing === 'expired' && (
        <EmptyState title="This import was never applied" icon="roster" action={<HandInAgain />}>
          The staff it had read is not kept any more. Nothing was changed.
        </EmptyState>
      )}
      {isPreview && failure && (
        <div className="mb-8">
          <Notice tone="bad" title="It was not applied.">
            {failure}
          </Notice>
        </div>
      )}
      {outcome && standing !== 'expired' && standing !== 'applying' && (
        <>
          <ImportTotals outcome={outcome} isApplied={!isPreview} />
          {isPreview && <QuestionSection importId={id} questions={outcome.questions} />}
          <ChangeSections changes={outcome.changes} />
          <ImportNotes importId={id} outcome={outcome} rejectedFiles={rejectedFiles} />
          {isPreview && <ApplyForm outcome={outcome} />}
        </>
      )}
    </>
  )
}

function Failed({ failure }: { failure: string | null }) {
  return (
    <Notice tone="bad" title="The file could not be read." action={<HandInAgain />}>
      {failure}
    </Notice>
  )
}

function HandInAgain() {
  const { district } = useDistrict()
  return (
    <ButtonLink href={paths.newRosterImport(district)} icon="upload">
      Hand in a file
    </ButtonLink>
  )
}
