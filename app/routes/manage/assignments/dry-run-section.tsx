import { Form, useNavigation } from '@remix-run/react'
import type { DryRun, Group } from '~/domain/pathways/dry-run.server'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { attentionInWords, groupInWords, outcomeInWords } from './dry-run-words'
import { DryRunTable } from './dry-run-table'
import { WaysOut } from './ways-out'

const ORDER: Group[] = ['added', 'attention', 'changed', 'removed', 'kept']

/** Who would be enrolled, changed or taken off, and who needs attention and why; then the deed. */
export function DryRunSection(props: {
  run: DryRun
  sent: [string, string][]
  isOffer: boolean
  /** What the button does where something is edited. */
  saving?: string
}) {
  const { run, sent, isOffer, saving } = props
  const { counts } = run
  const isAssigning = useNavigation().formMethod === 'POST'
  const assigned = counts.added === 0 ? 'it' : `to ${counted(counts.added, 'person', 'people')}`
  return (
    <section aria-labelledby="dry-run" className="min-w-0">
      <h2 id="dry-run" className="font-serif text-xl font-semibold">
        {outcomeInWords(counts, isOffer)}
      </h2>
      <p className="mt-1 mb-4 max-w-line text-ink-quiet">
        Nothing has happened yet. {attentionInWords(counts)}
      </p>
      <WaysOut run={run} />
      <Form method="post" className="mb-8">
        {sent.map(([name, value], position) => (
          <input key={position} type="hidden" name={name} value={value} />
        ))}
        <Button tone="primary" pending={isAssigning}>
          {saving ?? (isOffer ? `Offer ${assigned}` : `Assign ${assigned}`)}
        </Button>
      </Form>
      <DryRunPeople run={run} isOffer={isOffer} mayLeaveOut />
    </section>
  )
}

/** The people of a dry run, a group at a time; what nobody is in is left out. */
export function DryRunPeople(props: {
  run: Pick<DryRun, 'counts' | 'shown' | 'people'>
  isOffer: boolean
  /** Which groups there can be. */
  groups?: readonly Group[]
  /** The address holds the rule, so that one person can be left out of it. */
  mayLeaveOut?: boolean
}) {
  const { counts, shown, people } = props.run
  const url = useListUrl()
  const groups = groupInWords(props.isOffer)
  const there = (props.groups ?? ORDER).filter((group) => counts[group] > 0 || group === shown)
  return (
    <>
      <Tabs
        label="People of the dry run"
        items={there.map((group) => ({
          label: groups[group],
          count: counts[group],
          current: shown === group,
          href: `${url({ show: group })}#dry-run`,
        }))}
      />
      <div className="mt-4">
        {people.total === 0 ? (
          <p className="text-ink-quiet">Nobody.</p>
        ) : (
          <DryRunTable people={people} group={shown} mayLeaveOut={props.mayLeaveOut} />
        )}
        <Pagination
          page={people.page}
          pageCount={people.pages}
          href={(page) => `${url({ page }, 'keep page')}#dry-run`}
        />
      </div>
    </>
  )
}
