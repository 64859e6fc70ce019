import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { factsOf } from '~/domain/transcripts/printed'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Facts } from '~/ui/facts'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { renewalTrail } from '../trail'
import { readTranscript } from './file.server'
import { ApartTable, CategoryTable, CountingTable } from './transcript-tables'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Transcript of ${data.educator}` : 'Transcript'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return readTranscript(member, idOf(args.params.cycle), args.request)
}

export default function ShowTranscript() {
  const transcript = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const { cycle, educator, place, unit, isOwn, withNumbers, apart, totals } = transcript
  const asked = withNumbers ? '?number=yes' : ''
  return (
    <div className="print-wide">
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              renewalTrail(district, isOwn),
              { label: `${place} renewal`, href: paths.cycle(district, cycle) },
            ]}
          />
        }
        title={`Transcript of ${educator}`}
        lead={transcript.statement}
        action={
          <ButtonLink
            href={`${paths.transcriptPdf(district, cycle)}${asked}`}
            tone="primary"
            icon="download"
            download
          >
            Take it as a PDF
          </ButtonLink>
        }
      >
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          <ButtonLink
            href={`${paths.transcriptCsv(district, cycle)}${asked}`}
            icon="download"
            size="small"
            download
          >
            Take it as a table (CSV)
          </ButtonLink>
          {isOwn && (
            <TextLink
              href={`${paths.transcript(district, cycle)}${withNumbers ? '' : '?number=yes'}`}
            >
              {withNumbers ? 'Leave out my license number' : 'Put my license number on it'}
            </TextLink>
          )}
        </div>
      </PageHeader>
      <Facts items={factsOf(transcript)} columns={1} />
      <Section title={`What counts: ${transcript.counted} of ${transcript.required} ${unit.many}`}>
        <CountingTable transcript={transcript} />
      </Section>
      {totals.length > 0 && (
        <Section title="In each category">
          <CategoryTable transcript={transcript} />
        </Section>
      )}
      {apart.length > 0 && (
        <Section title="What does not count, or only in part">
          <ApartTable transcript={transcript} />
        </Section>
      )}
    </div>
  )
}

export type ShownTranscript = ReturnType<typeof useLoaderData<typeof loader>>
