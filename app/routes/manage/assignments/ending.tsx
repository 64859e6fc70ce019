import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { audienceInWords } from '~/domain/audiences/words'
import { endAssignment } from '~/domain/pathways/assigning.server'
import { getAssignment } from '~/domain/pathways/assignments.server'
import { dryRunEnding } from '~/domain/pathways/dry-run.server'
import { endingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { formatDay } from '~/ui/day'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { DryRunPeople } from './dry-run-section'
import { EndingForm } from './ending-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `End an assignment of ${data?.assignment.pathway ?? 'a pathway'} · Cairn` },
]

const GROUPS = ['removed', 'changed', 'kept'] as const

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  const query = queryOf(args.request)
  const shown = { group: query.oneOf('show', GROUPS) ?? 'removed', page: query.page() } as const
  const run = await member.read(dryRunEnding, id, shown)
  const { assignment } = await member.read(getAssignment, id)
  return { assignment, run }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.assignment)
  return submit(args.request, endingInput, async (input) => {
    const { takenOff } = await member.write(endAssignment, id, input)
    const people =
      takenOff > 0
        ? ` ${counted(takenOff, 'person no longer has it', 'people no longer have it')}.`
        : ''
    return redirectWithNotice(
      paths.assignment(member.district, id),
      `The assignment has ended.${people} You can undo this for 24 hours.`,
    )
  })
}

export default function EndAssignment() {
  const { assignment, run } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const reply = useReply()
  const audience = audienceInWords(assignment.audience, assignment.names, (day) =>
    formatDay(day, today),
  )
  const { removed, changed, kept } = run.counts
  return (
    <>
      <PageHeader
        trail={
          <PathwayTrail
            pathway={{ id: assignment.pathwayId, title: assignment.pathway }}
            assignment={assignment}
          />
        }
        title="End the assignment"
        lead={`${assignment.pathway}, for ${audience}. From then on nobody new is enrolled because of it; it can be undone for 24 hours.`}
      />
      <EndingForm
        counts={run.counts}
        reply={reply}
        backTo={paths.assignment(district, assignment)}
      />
      {removed + changed + kept > 0 && (
        <section aria-labelledby="dry-run" className="mt-12">
          <h2 id="dry-run" className="mb-4 font-serif text-xl font-semibold">
            What taking it back would do
          </h2>
          <DryRunPeople run={run} isOffer={false} groups={GROUPS} />
        </section>
      )}
    </>
  )
}
