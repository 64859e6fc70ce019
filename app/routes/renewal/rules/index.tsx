import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listRuleSets } from '~/domain/rule-sets/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { SelectField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Status } from '~/ui/status'
import { type Column, Table } from '~/ui/table'
import { NotLegalAdvice } from './not-legal-advice'

export const meta: MetaFunction = () => [{ title: 'Renewal rules · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listRuleSets, queryOf(args.request).text('state'))
}

export default function RuleSets() {
  const { states, state, ruleSets } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        title="Renewal rules"
        lead="What each state asks for before it renews a license, as far as Cairn knows: with where every figure comes from and how sure it is."
      />
      <div className="space-y-8">
        <NotLegalAdvice />
        <Form method="get" className="flex max-w-form flex-wrap items-end gap-3">
          <SelectField
            key={state}
            name="state"
            label="State"
            choices={[
              { value: '', label: 'Every state' },
              ...states.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            defaultValue={state ?? ''}
            width="medium"
          />
          <Button type="submit">Show</Button>
        </Form>
        <Table
          caption={state ? `Rule sets of ${ruleSets[0]?.state}` : 'Rule sets of every state'}
          rows={ruleSets}
          rowKey={({ id }) => id}
          columns={[nameOf(district), ...COLUMNS]}
        />
      </div>
    </>
  )
}

type Line = Awaited<ReturnType<typeof listRuleSets>>['ruleSets'][number]

const nameOf = (district: { slug: string }): Column<Line> => ({
  key: 'name',
  head: 'Rules',
  rowHead: true,
  cell: ({ id, name }) => (
    <TextLink href={paths.ruleSet(district, id)} tone="ink" strong>
      {name}
    </TextLink>
  ),
})

const COLUMNS: Column<Line>[] = [
  { key: 'state', head: 'State', cell: ({ state }) => state },
  { key: 'unit', head: 'Counted in', cell: ({ unit }) => unit },
  { key: 'holds', head: 'Holds for', cell: ({ holds }) => holds },
  { key: 'confidence', head: 'How sure', cell: ({ confidence }) => confidence },
  {
    key: 'checkedOn',
    head: 'Checked',
    cell: ({ checkedOn, isStale }) => (
      <>
        <Day value={checkedOn} short /> {isStale && <Status tone="warn">Check again</Status>}
      </>
    ),
  },
]
