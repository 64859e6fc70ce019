import type { Topic } from '~/domain/mandates/queries.server'
import { MAX_TOPICS } from '~/domain/mandates/mandate'
import { askInWords } from '~/domain/pathways/step-kinds'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { ButtonLink, TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** What is to be taken; where there are several topics, in which turn. */
export function TopicList(props: { mandate: { id: string }; topics: Topic[]; mayEdit: boolean }) {
  const { mandate, topics, mayEdit } = props
  const { district } = useDistrict()
  return (
    <Section
      title="What is taken"
      lead={
        topics.length > 1
          ? 'One each time, in turn; after the last it begins again with the first.'
          : undefined
      }
      action={
        mayEdit && topics.length > 0 && topics.length < MAX_TOPICS ? (
          <ButtonLink href={paths.mandateTopics(district, mandate)} size="small" icon="plus">
            Add a topic
          </ButtonLink>
        ) : undefined
      }
    >
      {topics.length === 0 ? (
        <p className="text-ink-quiet">
          Nothing yet. A course, a badge, hours on a competency, or a pathway.
        </p>
      ) : (
        <ol className="max-w-form divide-y divide-line border-y border-line">
          {topics.map((topic, position) => (
            <li key={topic.id} className="flex items-baseline gap-4 py-3">
              {topics.length > 1 && (
                <span className="w-5 text-ink-quiet tabular-nums">{position + 1}</span>
              )}
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{topic.title}</span>
                <span className="block text-sm text-ink-quiet">{askInWords(topic.ask)}</span>
              </span>
              {mayEdit && (
                <span className="print:hidden">
                  <TextLink href={paths.mandateTopic(district, mandate, topic)}>
                    Change<span className="sr-only"> {topic.title}</span>
                  </TextLink>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
