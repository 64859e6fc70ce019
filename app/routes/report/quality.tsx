import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkQuality } from '~/domain/reports/quality.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Table } from '~/ui/table'
import { gapsOf } from './gaps'

const ROUNDED =
  ' Since you may not open persons’ records, they are told to the nearest five, and fewer than five are not.'

export const meta: MetaFunction = () => [{ title: 'What the report misses · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(checkQuality)
}

export default function Quality() {
  const { district } = useDistrict()
  const quality = useLoaderData<typeof loader>()
  const gaps = gapsOf(quality, district).filter(({ count }) => count > 0)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Report', href: paths.report(district) }]} />}
        title="What the report misses"
        lead={`Rows that are incomplete or were left lying, as of today: how many, what they do to the report, and where they are mended.${quality.isRounded ? ROUNDED : ''}`}
      />
      {gaps.length === 0 ? (
        <EmptyState
          title={quality.isRounded ? 'Little or nothing is missing' : 'Nothing is missing'}
          icon="check"
        >
          {quality.isRounded
            ? 'Of nothing that the report counts by, five or more are missing.'
            : 'Every school and everybody has what the report counts by, and nothing waits longer than it should.'}
        </EmptyState>
      ) : (
        <Table
          caption="What is missing, and what it does to the report"
          captionHidden
          rows={gaps}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', head: 'What', rowHead: true, cell: ({ what }) => what },
            {
              key: 'count',
              head: 'How many',
              numeric: true,
              cell: ({ count }) => count.toLocaleString('en-US'),
            },
            { key: 'why', head: 'Why it matters', cell: ({ why }) => why },
            {
              key: 'mend',
              head: 'Mend it',
              cell: ({ mend }) =>
                mend.href ? <TextLink href={mend.href}>{mend.words}</TextLink> : mend.words,
            },
          ]}
        />
      )}
    </>
  )
}
