import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VERDICT_NAMES } from '~/domain/evaluation/evaluation'
import { noteView } from '~/domain/record/opening.server'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import { readPlanned } from '~/domain/renewal/what-if'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { renewalTrail } from '../trail'
import { CourseWord } from '~/parts/course-word'
import { CycleFootnotes } from './cycle-footnotes'
import { CycleRows } from './cycle-rows'
import { Requirements } from './requirements'
import { Suggestions } from './suggestions'
import { WhatIf } from './what-if'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.place} renewal` : 'License renewal'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const asked = {
    title: query.text('what'),
    hours: query.text('hours'),
    credit: query.text('credit'),
    level: query.text('level'),
    topic: query.text('topic'),
    categories: query.all('category'),
  }
  const planned = readPlanned(asked)
  const verdict = query.oneOf('verdict', VERDICT_NAMES)
  const page = await member.read(getCyclePage, idOf(args.params.cycle), {
    planned: planned === 'unreadable' ? null : planned,
    verdict,
    page: query.page(),
  })
  if (!page.isOwn) await member.write(noteView, page.memberId, 'license')
  return { ...page, asked, isUnreadable: planned === 'unreadable', verdict }
}

export default function ShowCycle() {
  const page = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const { cycle, place, isOwn } = page
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[renewalTrail(district, isOwn)]} />}
        title={isOwn ? `${place} renewal` : `${place} renewal of ${page.owner}`}
        lead={page.sentence}
        action={
          isOwn &&
          cycle.closedOn === null && (
            <ButtonLink href={paths.newActivity(district)} tone="primary" icon="plus">
              Log an activity
            </ButtonLink>
          )
        }
      >
        <CourseWord state={page.state} />{' '}
        <span className="text-ink-quiet">
          From <Day value={cycle.startsOn} today={today} /> to{' '}
          <Day value={cycle.lastDay} today={today} />.{' '}
          {isOwn && (
            <TextLink href={paths.editCycle(district, cycle)}>Dates, facts and renewal</TextLink>
          )}{' '}
          <TextLink href={paths.transcript(district, cycle)}>Transcript</TextLink>
        </span>
      </PageHeader>
      {page.ruleSet.isStale && (
        <Notice tone="warn" title="These rules were last checked more than a year ago.">
          Your state may have changed them since <Day value={page.ruleSet.checkedOn} />. Look there
          before you rely on what stands here.
        </Notice>
      )}
      <Requirements page={page} />
      {isOwn && cycle.closedOn === null && <Suggestions page={page} />}
      {isOwn && cycle.closedOn === null && <WhatIf page={page} />}
      <Section
        id="rows"
        title="Every activity, and why it counts or not"
        lead={`How Cairn reads the rules of ${page.place}, row by row; the state decides.`}
      >
        <CycleRows page={page} />
      </Section>
      <CycleFootnotes page={page} />
    </>
  )
}

export type ShownCycle = ReturnType<typeof useLoaderData<typeof loader>>
