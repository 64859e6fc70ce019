import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedAsItIs } from '~/domain/counted/row'
import { isCurrent } from '~/domain/pathways/enrollment'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { startAgain } from '~/domain/pathways/joining.server'
import { termsInWords } from '~/domain/pathways/pathway'
import { REQUEST_KINDS } from '~/domain/pathways/request'
import { listOwnRequests } from '~/domain/pathways/requests.server'
import { findOwnReminder } from '~/domain/reminders/own.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { CountsToward } from '~/parts/counts-toward'
import { useDistrict } from '~/parts/district-context'
import { RequestHistory } from '~/parts/request-history'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { Cairn } from '~/ui/cairn'
import { Day } from '~/ui/day-text'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { Holding } from './completed-pathways'
import { DueWords } from './due-words'
import { KeptSteps } from './kept-steps'
import { RemindedWords } from './reminded-words'
import { StepList } from './step-list'
import { waysOf } from './ways'
import { WhyWords } from './why-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.enrollment.title ?? 'Pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  const page = await member.read(getEnrollment, id)
  const row = countedAsItIs('enrollment', { id, memberId: member.actor.id })
  const [reminder, requests, counted] = await Promise.all([
    member.read(findOwnReminder, id),
    member.read(listOwnRequests, id),
    page.enrollment.completedOn === null ? null : member.read(listPlacesCounted, row),
  ])
  return { ...page, reminder, requests, counted }
}

/** Going through the pathway anew. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  return submit(args.request, nothingInput, async () => {
    const enrollment = await member.write(startAgain, id)
    return redirectWithNotice(
      paths.enrollment(member.district, enrollment),
      'You have started again. What you do from now on counts.',
    )
  })
}

export default function ShowEnrollment() {
  const page = useLoaderData<typeof loader>()
  const { enrollment, steps, heldUntil } = page
  const { district, today } = useDistrict()
  const reply = useReply()
  const next = steps.find(({ stepKey }) => stepKey === page.nextKey)
  const [way] = next ? waysOf(district, enrollment, next) : []
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Pathways', href: paths.enrollments(district) }]} />}
        title={enrollment.title}
        lead={enrollment.description || undefined}
        action={
          way && (
            <ButtonLink href={way.href} tone="primary" iconAfter="arrow">
              {way.label}
            </ButtonLink>
          )
        }
      >
        <Cairn done={enrollment.stepsCompleted} total={enrollment.stepsRequired} size="large">
          {next ? `Next: ${next.title}` : 'Completed'}
        </Cairn>
        <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1">
          {enrollment.completedOn ? (
            <>
              <span>
                Completed on <Day value={enrollment.completedOn} today={today} />.
              </span>
              <Holding enrollment={enrollment} />
            </>
          ) : (
            <>
              <DueWords enrollment={enrollment} />
              <TextLink href={paths.enrollmentRequest(district, enrollment)}>
                {page.requests[0]?.status === 'waiting'
                  ? 'What you asked for'
                  : REQUEST_KINDS[enrollment.dueOn ? 'extension' : 'waiver'].asking}
              </TextLink>
            </>
          )}
        </p>
        <p className="mt-2 max-w-line text-ink-quiet">
          <WhyWords reason={enrollment.reason} />
          {!enrollment.completedOn && page.reminder && <RemindedWords reminder={page.reminder} />}
          {heldUntil && (
            <>
              {' '}
              Your completion of before holds until <Day value={heldUntil} today={today} />.
            </>
          )}
        </p>
      </PageHeader>

      <FormReply reply={reply}>
        {enrollment.mayStartAgain && (
          <div className="mb-10">
            <Notice
              tone="next"
              title="Time to renew it"
              action={
                <Form method="post">
                  <Button icon="return">Start again</Button>
                </Form>
              }
            >
              Start again, and what you do from now on counts.
              {isCurrent(enrollment, today) && ' Until it expires you stay current.'}
            </Notice>
          </div>
        )}
      </FormReply>

      {!enrollment.completedOn && page.requests.length > 0 && (
        <Section title="What you asked for or were given">
          <RequestHistory requests={page.requests.slice(0, 1)} />
        </Section>
      )}
      <Section title="Steps" lead={`${termsInWords(page)}.`}>
        {page.version.changeNote && (
          <p className="mb-4 max-w-line whitespace-pre-line text-ink-quiet">
            Changed with version {page.version.number}: {page.version.changeNote}
          </p>
        )}
        <StepList page={page} />
      </Section>
      {page.counted && <CountsToward places={page.counted} />}
      {page.kept.length > 0 && <KeptSteps steps={page.kept} />}
    </>
  )
}
