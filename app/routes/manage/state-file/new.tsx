import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { fileInput } from '~/domain/state-files/inputs.server'
import { makeStateFile, openMaking } from '~/domain/state-files/making.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { formatDay } from '~/ui/day'
import { Facts } from '~/ui/facts'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { periodAsked } from './period.server'
import { InTheWay, Waiting } from './warnings'

export const meta: MetaFunction = () => [{ title: 'Make the state file · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { first, last } = periodAsked(args.request, member)
  return member.read(openMaking, { first, last })
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, fileInput, async (input) => {
    const id = await member.write(makeStateFile, input)
    return redirectWithNotice(
      paths.madeStateFile(member.district, id),
      'The file is made, and its rows count as sent. Download it and upload it to the state.',
    )
  })
}

type Making = ReturnType<typeof useLoaderData<typeof loader>>

export default function NewStateFile() {
  const making = useLoaderData<typeof loader>()
  const { counts, period, toTell, stateName, inTheWay } = making
  const { district } = useDistrict()
  const rows = `${paths.stateRows(district)}?first=${period.first}&last=${period.last}`
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'State file', href: rows }]} />}
        title={
          toTell > 0
            ? `Make a file of ${counted(toTell, 'row', 'rows')}?`
            : 'Nothing to tell the state'
        }
        lead={
          toTell > 0
            ? `${making.periodName}, for ${stateName}. You download it afterwards and upload it where the state takes it.`
            : `${making.periodName}: nothing has changed since the last file, and nobody else is ready.`
        }
      />
      <InTheWay periods={inTheWay} />
      <Waiting waiting={making.waiting} mayDecide />
      {!making.isOver && (
        <div className="mb-6 max-w-line">
          <Notice title="The period is not over">
            It ends on {formatDay(period.last)}. What is approved after today comes as a correction
            in the next file.
          </Notice>
        </div>
      )}
      <div className="mb-6 max-w-line">
        <Facts
          items={[
            { term: 'New', value: counts.ready.toLocaleString('en-US') },
            {
              term: 'Corrections of what was sent',
              value: counts.changed.toLocaleString('en-US'),
            },
            { term: 'Taken back, sent as zero', value: counts.taken_back.toLocaleString('en-US') },
            { term: 'Sent and unchanged, left out', value: counts.sent.toLocaleString('en-US') },
            {
              term: 'Not ready, stay behind',
              value: counts.not_ready.toLocaleString('en-US'),
            },
          ]}
        />
      </div>
      {toTell > 0 && inTheWay.length === 0 && <MakeForm making={making} back={rows} />}
    </>
  )
}

function MakeForm({ making, back }: { making: Making; back: string }) {
  const { newId, period } = making
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form space-y-6">
      <FormReply reply={useReply()}>
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="first" value={period.first} />
        <input type="hidden" name="last" value={period.last} />
      </FormReply>
      <FormActions>
        <Button type="submit" tone="primary" pending={isSending}>
          Make the file
        </Button>
        <ButtonLink href={back} tone="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
