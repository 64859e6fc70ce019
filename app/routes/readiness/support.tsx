import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { SUPPORT_GROUPS } from '~/domain/readiness/support'
import { listSupport } from '~/domain/readiness/support.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { SelectField } from '~/ui/field'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { SupportGroupSection } from './support-group'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Who a hand would help${data ? ` at ${data.support.school.name}` : ''} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const asked = { organizationId: query.id('organization'), page: query.page() }
  return { support: await member.read(listSupport, asked) }
}

export default function Support() {
  const { support } = useLoaderData<typeof loader>()
  const { school, schools, people, can } = support
  const { district } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Readiness', href: paths.readiness(district) }]} />}
        title="Who a hand would help"
        lead={`${school.name}: people on a pathway that was given to them, by what would help. By name, in no other order.`}
      />
      {schools.length > 1 && (
        <Form method="get" className="mb-10 flex flex-wrap items-end gap-3 print:hidden">
          <SelectField
            name="organization"
            label="School"
            width="medium"
            choices={schools.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={school.id}
          />
          <Button>Show</Button>
        </Form>
      )}
      {people.total === 0 ? (
        <EmptyState title="Nobody needs a hand just now" icon="readiness">
          Here stand people whose work waits for a decision, who took no step in 30 days, or whose
          due day is near, with what would help each of them.
        </EmptyState>
      ) : (
        SUPPORT_GROUPS.map((group) => (
          <SupportGroupSection
            key={group}
            group={group}
            people={people.rows.filter((person) => person.group === group)}
            queueHref={
              can.decide && group === 'waiting'
                ? `${paths.approvals(district)}?organization=${school.id}`
                : null
            }
          />
        ))
      )}
      <Pagination
        page={people.page}
        pageCount={people.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
