import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { formatExactDay } from '~/ui/day'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { CORRECTED } from './differences'

type Snapshot = {
  note: string | null
  sha256: string | null
  frozenBy: string
  frozenOn: string
  isWhole: boolean
}

/** Who froze a snapshot and when, whether it is as it was, and whether more is known by now. */
export function Frozen({ snapshot, differences }: { snapshot: Snapshot; differences: number }) {
  const { district } = useDistrict()
  const { frozenBy, frozenOn, isWhole, note, sha256 } = snapshot
  return (
    <div className="mb-10 space-y-3">
      <Notice
        tone={isWhole ? 'neutral' : 'bad'}
        icon="lock"
        title={`Frozen by ${frozenBy} on ${formatExactDay(frozenOn)}`}
      >
        {note && <p>{note}</p>}
        <p>
          {differences === 0 ? (
            'What is known today about that day says the same.'
          ) : (
            <TextLink href={`#${CORRECTED}`}>
              {counted(differences, 'figure was corrected', 'figures were corrected')} since.
            </TextLink>
          )}
        </p>
        {!isWhole && (
          <p>
            The text no longer has the hash that was taken of it: somebody changed the database of{' '}
            {district.name}. Restore a backup to see what was frozen.
          </p>
        )}
        {sha256 && <p className="mt-1 text-sm break-all text-ink-quiet">SHA-256 {sha256}</p>}
      </Notice>
    </div>
  )
}
