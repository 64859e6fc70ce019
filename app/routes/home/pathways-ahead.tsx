import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Cairn } from '~/ui/cairn'
import { RelativeDay } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import type { Home } from './state-of-things'

/** The open pathways, each drawn as far as it has come. */
export function PathwaysAhead({ pathways }: { pathways: Home['pathways'] }) {
  const { district, today } = useDistrict()
  if (pathways.length === 0) return null
  return (
    <Section
      title="Pathways"
      action={<TextLink href={paths.enrollments(district)}>All pathways</TextLink>}
    >
      <ul className="space-y-5">
        {pathways.map((pathway) => (
          <li key={pathway.id}>
            <TextLink href={paths.enrollment(district, pathway)} strong>
              {pathway.title}
            </TextLink>
            <div className="mt-1">
              <Cairn done={pathway.done} total={pathway.required} size="small" />
            </div>
            {pathway.dueOn && (
              <p className="text-sm text-ink-quiet">
                {pathway.dueOn < today ? 'Was due' : 'Due'}{' '}
                <RelativeDay value={pathway.dueOn} today={today} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
