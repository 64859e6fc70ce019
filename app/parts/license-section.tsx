import type { ClaimPreview } from '~/domain/renewal/preview.server'
import { paths } from '~/http/paths'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { useDistrict } from './district-context'

/** What one's licenses make of something one did; nothing for somebody who renews none. */
export function LicenseSection(props: {
  kind: 'activity' | 'completion' | 'award'
  id: string
  licenses: ClaimPreview | null
}) {
  const { district } = useDistrict()
  const { kind, id, licenses } = props
  if (!licenses) return null
  return (
    <Section
      title="For your license"
      action={<TextLink href={paths.claim(district, kind, id)}>Say what it is for</TextLink>}
    >
      {licenses.length === 0 ? (
        <p className="text-ink-quiet">
          It brings no credit toward a license so far. Say what it is for, and your state’s rules
          are asked.
        </p>
      ) : (
        <ul className="grid gap-2">
          {licenses.map(({ cycle, state, sentence, isApproved }) => (
            <li key={cycle} className="max-w-line">
              <TextLink href={paths.cycle(district, cycle)}>{state}</TextLink>
              {isApproved ? ': ' : ', once it is approved: '}
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
