import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { leaveInput } from '~/domain/members/inputs.server'
import { openLeaves, recordLeave } from '~/domain/members/leaves.server'
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
import { DateField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Leave · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openLeaves, idOf(args.params.person))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const personId = idOf(args.params.person)
  return submit(args.request, leaveInput, async (input) => {
    await member.write(recordLeave, personId, input)
    return redirectWithNotice(paths.personLeaves(member.district, personId), 'Leave recorded.')
  })
}

export default function Leaves() {
  const { newId, memberId, name, leaves } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const [query] = useSearchParams()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  const back = paths.person(district, memberId)
  const changed = leaves.find(({ id }) => id === query.get('leave'))
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'People', href: paths.people(district) },
              { label: name, href: back },
            ]}
          />
        }
        title="Leave"
        lead={`While ${name} is on leave, they are in no count of readiness. Write only the days; why stays between them and the district.`}
      />
      {leaves.length > 0 && (
        <Table
          caption="Leaves, the newest first"
          captionHidden
          rows={leaves}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'from',
              head: 'First day',
              rowHead: true,
              cell: (row) => <Day value={row.startedOn} today={today} />,
            },
            {
              key: 'until',
              head: 'Last day',
              cell: (row) =>
                row.endedOn ? <Day value={row.endedOn} today={today} /> : 'Not known yet',
            },
            {
              key: 'change',
              head: 'Change',
              headHidden: true,
              cell: (row) => (
                <div className="flex flex-wrap items-center gap-3">
                  <TextLink href={`?leave=${row.id}#leave`}>Change the days</TextLink>
                  <Form method="post" action={paths.leaveTakenBack(district, memberId, row)}>
                    <Button type="submit" size="small" tone="quiet">
                      Take back
                    </Button>
                  </Form>
                </div>
              ),
            },
          ]}
        />
      )}
      <Section title={changed ? 'Change the days' : 'Record a leave'} id="leave">
        <Form method="post" noValidate className="max-w-form space-y-6" key={changed?.id ?? newId}>
          <input type="hidden" name="id" value={changed?.id ?? newId} />
          <FormReply reply={reply}>
            <DateField
              name="startedOn"
              label="First day"
              required
              defaultValue={changed?.startedOn ?? today}
            />
            <DateField
              name="endedOn"
              label="Last day"
              hint="Leave it empty while nobody knows."
              defaultValue={changed?.endedOn ?? undefined}
            />
          </FormReply>
          <FormActions>
            <Button type="submit" tone="primary" pending={isSending}>
              {changed ? 'Save' : 'Record'}
            </Button>
            <ButtonLink href={back} tone="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
