import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPolicies } from '~/domain/overlays/policies.server'
import { requireMember } from '~/http/member.server'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import { PolicyOf } from './policy-of'

export const meta: MetaFunction = () => [{ title: 'Renewal policy · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { policies: await member.read(listPolicies) }
}

export default function RenewalPolicy() {
  const { policies } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title="Renewal policy"
        lead="What the district asks of its educators beyond what their state does. It can only add: nothing that a state asks is lowered."
      />
      {policies.length === 0 ? (
        <EmptyState title="No rules are in use yet" icon="calendar">
          When educators have a renewal cycle, the rules of their state stand here, and you can say
          what the district asks beyond them.
        </EmptyState>
      ) : (
        policies.map((policy) => <PolicyOf key={policy.id} policy={policy} />)
      )}
    </>
  )
}

export type ListedPolicy = ReturnType<typeof useLoaderData<typeof loader>>['policies'][number]
