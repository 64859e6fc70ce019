import { Form, useNavigation } from '@remix-run/react'
import type { DryRun } from '~/domain/pathways/dry-run.server'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { attentionInWords, groupInWords, outcomeInWords } from './dry-run-words'
import { DryRunTable } from './dry-run-table'

/** Who would be enrolled, who is on it already, and who needs attention and why; then the deed. */
export function DryRunSection(props: { run: DryRun; values: Record<string, string> }) {
  const { run, values } = props
  const { counts, shown, people } = run
  const url = useListUrl()
  const isAssigning = useNavigation().formMethod === 'POST'
  const isOffer = values.kind === 'offered'
  const groups = groupInWords(isOffer)
  return (
    <section aria-labelledby="dry-run" className="min-w-0">
      <h2 id="dry-run" className="font-serif text-xl font-semibold">
        {outcomeInWords(counts, isOffer)}
      </h2>
      <p className="mt-1 mb-4 max-w-line text-ink-quiet">
        Nothing has happened yet. {attentionInWords(counts)}
      </p>
      {counts.duePassed === 0 && (
        <Form method="post" className="mb-8">
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button tone="primary" pending={isAssigning}>
            {isOffer
              ? `Offer to ${counted(counts.added, 'person', 'people')}`
              : `Assign to ${counted(counts.added, 'person', 'people')}`}
          </Button>
        </Form>
      )}
      <Tabs
        label="People of the dry run"
        items={(['added', 'already', 'attention'] as const).map((group) => ({
          label: groups[group],
          count: counts[group],
          current: shown === group,
          href: url({ show: group }),
        }))}
      />
      <div className="mt-4">
        {people.total === 0 ? (
          <p className="text-ink-quiet">Nobody.</p>
        ) : (
          <DryRunTable people={people} group={shown} />
        )}
        <Pagination
          page={people.page}
          pageCount={people.pages}
          href={(page) => url({ page }, 'keep page')}
        />
      </div>
    </section>
  )
}
