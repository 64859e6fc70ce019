import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listLostRows, sumLosses } from '~/domain/renewal-lists/lost.server'
import { listChoices } from '~/domain/renewal-lists/standings.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ListHeader } from './list-header'
import { LossSums } from './loss-sums'
import { LostRows } from './lost-rows'
import { PartFields } from './part-fields'
import { lostRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Hours lost · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { reason, ...part } = lostRequestOf(args.request)
  const page = queryOf(args.request).page()
  const losses = await member.read(sumLosses, part)
  const opened = reason ? await member.read(listLostRows, { ...part, reason, page }) : null
  return { losses, opened, part, choices: await member.read(listChoices) }
}

export default function HoursLost() {
  const { losses, opened, part, choices } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <ListHeader
        current="lost"
        title="Hours lost"
        lead={`What was learned and does not count toward a renewal, in ${counted(losses.cycles, 'open cycle', 'open cycles')}. Most of it can still be saved.`}
        csv={paths.licensesLostCsv(district)}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        {opened && <input type="hidden" name="reason" value={opened.reason} />}
        <PartFields choices={choices} filter={part} />
        <Button icon="filter">Narrow</Button>
      </Form>
      {losses.sums.length > 0 ? (
        <LossSums losses={losses} reason={opened?.reason ?? null} />
      ) : (
        <EmptyState title="Nothing is lost" icon="check-circle">
          Credit beyond a limit, without proof, on too small a topic or still waiting stands here by
          reason, with what would save it.
        </EmptyState>
      )}
      {opened && opened.total > 0 && <LostRows opened={opened} />}
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
export type Losses = Loaded['losses']
export type Opened = NonNullable<Loaded['opened']>
