import { useListUrl } from '~/parts/list-url'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { ShownCycle } from './show'

/** What is on the record already and would close gaps. */
export function Suggestions({ page }: { page: ShownCycle }) {
  const url = useListUrl()
  if (page.suggestions.length === 0) return null
  return (
    <Section title="What would help" lead="All of this is on your record already.">
      <ul className="grid max-w-line list-disc gap-2 pl-5">
        {page.suggestions.map(({ kind, sentence, rows }) => (
          <li key={sentence}>
            {sentence}{' '}
            <TextLink href={`${url({ verdict: kind === 'category' ? 'counts' : 'not_yet' })}#rows`}>
              {rows.length === 1 ? 'See it' : `See the ${rows.length} of them`}
              <span className="sr-only">: {sentence}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
