import type { MandateTemplate } from '~/domain/mandates/templates'
import { CONFIDENCE } from '~/domain/rule-sets/rule-set'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'

/** Where a template comes from, when it was read, and how sure that is. */
export function SourceNote({ template }: { template: MandateTemplate }) {
  const { today } = useDistrict()
  const { confidence, checkedOn, sources } = template
  return (
    <p className="text-sm text-ink-quiet">
      {CONFIDENCE[confidence]}, on <Day value={checkedOn} today={today} />:{' '}
      {sources.map(({ address, dated }, position) => (
        <span key={address}>
          {position > 0 && '; '}
          <TextLink href={address}>{new URL(address).hostname}</TextLink> ({dated})
        </span>
      ))}
      . Check with your state before you rely on it.
    </p>
  )
}
