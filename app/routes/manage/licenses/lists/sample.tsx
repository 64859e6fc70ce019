import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { MOST_SAMPLED } from '~/domain/renewal-lists/drawing'
import { drawSample } from '~/domain/renewal-lists/sample.server'
import { listChoices } from '~/domain/renewal-lists/standings.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { NumberField, TextField } from '~/ui/field'
import { ListHeader } from './list-header'
import { PartFields } from './part-fields'
import { sampleRequestOf } from './request.server'
import { SampleTable } from './sample-table'

export const meta: MetaFunction = () => [{ title: 'Audit sample · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = sampleRequestOf(args.request, member)
  const sample = await member.read(drawSample, filter)
  return { sample, filter, choices: await member.read(listChoices) }
}

export default function AuditSample() {
  const { sample, filter, choices } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <ListHeader
        current="sample"
        title="Audit sample"
        lead={`${counted(sample.rows.length, 'row', 'rows')} drawn at random from ${counted(sample.weak, 'row', 'rows')} of ${counted(sample.people, 'person', 'people')} that count toward a renewal though only the educator vouches for them, or nothing shows what was learned.`}
        csv={paths.licensesSampleCsv(district)}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <NumberField
          name="size"
          label={`Rows, up to ${MOST_SAMPLED}`}
          inputMode="numeric"
          defaultValue={filter.size}
        />
        <TextField name="seed" label="Seed" width="medium" defaultValue={filter.seed} />
        <PartFields choices={choices} filter={filter} />
        <Button>Draw</Button>
      </Form>
      {sample.rows.length > 0 ? (
        <SampleTable sample={sample} />
      ) : (
        <EmptyState title="Nothing to look into" icon="check-circle">
          Rows that count on the word of the educator alone stand here, so that somebody can look
          into a few of them. There are none.
        </EmptyState>
      )}
      <p className="mt-6 max-w-line text-sm text-ink-quiet">
        The same seed draws the same rows as long as the records stay as they are; another seed
        draws others. Write the seed into your report.
      </p>
    </>
  )
}

export type Sample = ReturnType<typeof useLoaderData<typeof loader>>['sample']
