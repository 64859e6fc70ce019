import type { listAsked } from '~/domain/comments/asked.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** The pathways that are being built and about which one is asked. */
export function AskedPathways(props: { pathways: Awaited<ReturnType<typeof listAsked>> }) {
  const { district } = useDistrict()
  return (
    <Section
      title="You are asked what you think"
      lead="These are being built. Until they are published, your comments can change them."
    >
      <ul className="max-w-line divide-y divide-line border-y border-line">
        {props.pathways.map((pathway) => (
          <li key={pathway.id} className="py-3">
            <TextLink href={paths.pathwayPreview(district, pathway)} strong>
              {pathway.title}
            </TextLink>
            <p className="text-ink-quiet">
              {pathway.by} asks about version {pathway.number}
              {pathway.question ? `: “${pathway.question}”` : '.'}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
