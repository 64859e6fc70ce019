import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { MAX_RELEASE_REASON_LENGTH } from '~/domain/holds/hold'
import { getHold } from '~/domain/holds/holds.server'
import { releaseInput } from '~/domain/holds/inputs.server'
import { releaseHold } from '~/domain/holds/placing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.matter ?? 'Legal hold'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getHold, idOf(args.params.hold))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.hold)
  return submit(args.request, releaseInput, async (input) => {
    await member.write(releaseHold, id, input)
    return redirectWithNotice(
      paths.holds(member.district),
      'The hold is released. The schedule takes its course again.',
    )
  })
}

export default function Hold() {
  const hold = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Legal holds', href: paths.holds(district) }]} />}
        title={hold.matter}
        lead={
          hold.releasedOn
            ? 'This hold was released.'
            : 'While it stands, nothing is destroyed or deleted.'
        }
      />
      <Section title="About">
        <HoldFacts hold={hold} />
      </Section>
      {hold.can.release && <ReleaseForm />}
    </>
  )
}

function HoldFacts({ hold }: { hold: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { district, today } = useDistrict()
  const { memberId, name, placedOn, placedBy, releasedOn, releasedBy, releaseReason } = hold
  return (
    <Facts
      items={[
        {
          term: 'Holds what belongs to',
          value: memberId ? (
            <TextLink href={paths.person(district, memberId)}>{name}</TextLink>
          ) : (
            'Everybody in the district'
          ),
        },
        {
          term: 'Placed',
          value: (
            <>
              <Day value={placedOn} today={today} /> by {placedBy}
            </>
          ),
        },
        ...(releasedOn
          ? [
              {
                term: 'Released',
                value: (
                  <>
                    <Day value={releasedOn} today={today} /> by {releasedBy}
                  </>
                ),
              },
              { term: 'Why', value: releaseReason },
            ]
          : []),
      ]}
    />
  )
}

function ReleaseForm() {
  const isSending = useNavigation().state === 'submitting'
  return (
    <Section
      title="Release"
      lead="Files that are due can be destroyed again from then on, unless another hold stands."
    >
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={useReply()}>
          <TextAreaField
            name="reason"
            label="Why does it end?"
            required
            maxLength={MAX_RELEASE_REASON_LENGTH}
          />
        </FormReply>
        <FormActions>
          <Button type="submit" tone="danger" pending={isSending}>
            Release the hold
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
