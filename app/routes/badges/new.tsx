import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openNewForm } from '~/domain/badges/form.server'
import { awardInput } from '~/domain/badges/inputs.server'
import { recordAward } from '~/domain/badges/recording.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submitWithFiles } from '~/http/form-with-files.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { anyOf } from '~/domain/people/name'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { AwardForm } from './award-form'

export const meta: MetaFunction = () => [{ title: 'Record a badge · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const form = await member.read(openNewForm, query.id('renews'))
  const asked = form.achievements.find(({ id }) => id === query.id('achievement'))
  return { ...form, asked: asked ?? null, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submitWithFiles(args, member, awardInput, async (input, { files, discard }) => {
    const { id, reviewers, isNew } = await member.write(recordAward, input, files)
    if (!isNew) await discard()
    return redirectWithNotice(
      paths.award(member.district, id),
      `Recorded and sent to ${anyOf(reviewers)}.`,
    )
  })
}

export default function NewAward() {
  const { id, renewed, asked, kept, ...form } = useLoaderData<typeof loader>()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title={renewed ? 'Renew a badge' : 'Record a badge'}
        lead={
          renewed
            ? 'The earlier one stays in your record; this one follows it.'
            : 'One that you earned elsewhere: with its address, a file, or your own word.'
        }
      />
      <AwardForm
        id={id}
        values={valuesOf(renewed ?? (asked && { ...asked, achievementId: asked.id }))}
        reply={reply}
        {...form}
      />
    </>
  )
}

type Badge = { achievementId: string | null; title: string; issuer: string }

/** What is known before anything is typed. */
const valuesOf = (badge: Badge | null) =>
  badge ? { achievementId: badge.achievementId, title: badge.title, issuer: badge.issuer } : {}
