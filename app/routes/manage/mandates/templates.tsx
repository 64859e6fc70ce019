import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupBy } from '~/domain/grouping'
import { openNewMandate } from '~/domain/mandates/form.server'
import { CADENCES } from '~/domain/mandates/mandate'
import { MANDATE_TEMPLATES, type MandateTemplate, openPointsOf } from '~/domain/mandates/templates'
import { monthDayInWords } from '~/domain/calendar'
import { proofInWords } from '~/domain/mandates/proof'
import { STATES } from '~/domain/people/states'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Card } from '~/ui/card'
import { Facts } from '~/ui/facts'
import { FilterChips } from '~/ui/filter-chips'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { MandateTrail } from './mandate-trail'
import { SourceNote } from './source-note'

export const meta: MetaFunction = () => [{ title: 'What states require · Cairn' }]

const CODES = [...new Set(MANDATE_TEMPLATES.map(({ jurisdiction }) => jurisdiction))]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  await member.read(openNewMandate)
  const home = CODES.find((code) => code === `US-${member.district.state}`)
  const state = queryOf(args.request).oneOf('state', [...CODES, 'all']) ?? home ?? 'all'
  return { state }
}

export default function MandateTemplates() {
  const { state } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const shown = MANDATE_TEMPLATES.filter(
    ({ jurisdiction }) => state === 'all' || jurisdiction === state,
  )
  return (
    <>
      <PageHeader
        trail={<MandateTrail />}
        title="Prepare a required training"
        lead="Begin with what a state is known to require, or with one of your own. Sources are named; check with your state before you rely on them."
        action={
          <ButtonLink href={paths.newMandate(district)} icon="plus">
            Begin with an empty one
          </ButtonLink>
        }
      />
      <div className="mb-8">
        <FilterChips
          label="State"
          chips={CODES.map((code) => ({
            label: nameOf(code),
            active: code === state,
            href: `?state=${code === state ? 'all' : code}`,
          }))}
          clearHref={state === 'all' ? undefined : '?state=all'}
        />
      </div>
      {[...groupBy(shown, ({ jurisdiction }) => jurisdiction)].map(([code, templates]) => (
        <Section key={code} title={nameOf(code)}>
          <div className="grid gap-5 lg:grid-cols-2">
            {templates.map((template) => (
              <TemplateCard key={template.id} template={template} />
            ))}
          </div>
        </Section>
      ))}
    </>
  )
}

function TemplateCard({ template }: { template: MandateTemplate }) {
  const { district } = useDistrict()
  const open = openPointsOf(template)
  return (
    <Card
      level={3}
      title={template.title}
      lead={`For ${template.audience}.`}
      footer={
        <ButtonLink
          href={paths.newMandate(district, template.id)}
          aria-label={`Prepare ${template.title}`}
        >
          Prepare it
        </ButtonLink>
      }
    >
      <Facts
        items={[
          ...(template.law ? [{ term: 'Law', value: template.law }] : []),
          { term: 'When', value: whenOf(template) },
          ...(template.minutes
            ? [{ term: 'How much', value: `${template.minutes / 60} hours` }]
            : []),
          ...(template.proof ? [{ term: 'Proof', value: proofInWords(template.proof) }] : []),
          ...(open.length > 0
            ? [{ term: 'For you to decide', value: new Intl.ListFormat('en-US').format(open) }]
            : []),
          ...(template.note ? [{ term: 'To know', value: template.note }] : []),
        ]}
      />
      <div className="mt-3">
        <SourceNote template={template} />
      </div>
    </Card>
  )
}

function whenOf({ everyMonths, dueBy, newHireDays }: MandateTemplate) {
  const name = CADENCES.find(({ months }) => months === everyMonths && months !== null)?.name
  const often = name ?? 'The source does not say'
  const by = dueBy ? ` by ${monthDayInWords(dueBy)}` : ''
  const hired = newHireDays === null ? '' : `; within ${newHireDays} days of being hired`
  return `${often}${by}${hired}`
}

const nameOf = (code: string) => STATES[code.slice(3)] ?? code
