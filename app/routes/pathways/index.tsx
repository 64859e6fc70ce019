import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAsked } from '~/domain/comments/asked.server'
import { listOwnEnrollments } from '~/domain/pathways/enrollments.server'
import { joinPathway, listOffered } from '~/domain/pathways/joining.server'
import { joiningInput } from '~/domain/pathways/inputs.server'
import { listWaived } from '~/domain/pathways/requests.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useListUrl } from '~/parts/list-url'
import { useReply } from '~/parts/use-reply'
import { CardGrid } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { AskedPathways } from './asked-pathways'
import { CompletedPathways } from './completed-pathways'
import { OfferCard } from './offer-card'
import { PathwayCard } from './pathway-card'
import { WaivedPathways } from './waived-pathways'
import { stateOfThings } from './state-of-things'

export const meta: MetaFunction = () => [{ title: 'Pathways · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const [list, offered, waived, asked] = await Promise.all([
    member.read(listOwnEnrollments, queryOf(args.request).page()),
    member.read(listOffered),
    member.read(listWaived),
    member.read(listAsked),
  ])
  return { list, offered, waived, asked }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, joiningInput, async ({ assignment }) => {
    const enrollment = await member.write(joinPathway, assignment)
    return redirectWithNotice(
      paths.enrollment(member.district, enrollment),
      'You are on the path. What you have done already counts.',
    )
  })
}

export default function Pathways() {
  const { list, offered, waived, asked } = useLoaderData<typeof loader>()
  const url = useListUrl()
  const reply = useReply()
  const open = list.rows.filter(({ completedOn }) => completedOn === null)
  const completed = list.rows.filter(({ completedOn }) => completedOn !== null)
  return (
    <>
      <PageHeader title="Pathways" lead={stateOfThings(open, completed.length, offered.length)} />
      <FormReply reply={reply}>
        {open.length > 0 && (
          <div className="mb-12">
            <CardGrid>
              {open.map((enrollment) => (
                <PathwayCard key={enrollment.id} enrollment={enrollment} />
              ))}
            </CardGrid>
          </div>
        )}
        {list.total === 0 && offered.length === 0 && (
          <EmptyState title="No pathway yet" icon="pathway">
            A pathway is a few steps that belong together: a course, some hours, something to show.
            When your district assigns one to you or offers one, it stands here. What you log
            meanwhile will count.
          </EmptyState>
        )}
        {offered.length > 0 && (
          <Section title="Offered to you" lead="Nobody has to do these. Join what helps you.">
            <CardGrid>
              {offered.map((offer) => (
                <OfferCard key={offer.id} offer={offer} />
              ))}
            </CardGrid>
          </Section>
        )}
        {asked.length > 0 && <AskedPathways pathways={asked} />}
        {completed.length > 0 && <CompletedPathways enrollments={completed} />}
        {waived.length > 0 && <WaivedPathways pathways={waived} />}
      </FormReply>
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
