import { type Reason, REASONS, reasonInWords } from '~/domain/state-files/reason'
import { type Result, RESULTS } from '~/domain/state-files/state-file'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { formatHours } from '~/ui/hours'
import type { IconName } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { Status, type Tone } from '~/ui/status'
import type { StateRows } from './index'

type Row = StateRows['list']['rows'][number]

const LOOKS: Record<Result, { tone: Tone; icon: IconName }> = {
  ready: { tone: 'good', icon: 'check' },
  changed: { tone: 'good', icon: 'edit' },
  taken_back: { tone: 'good', icon: 'return' },
  not_ready: { tone: 'warn', icon: 'warning' },
  sent: { tone: 'neutral', icon: 'check-circle' },
}

/** How a row stands: in words with an icon, what is missing and where it is mended. */
export function RowResult(props: { row: Row; stateName: string; mayMend: boolean }) {
  const { row, stateName, mayMend } = props
  const { result, reasons, before, waiting } = row
  return (
    <div className="max-w-line space-y-1">
      <Status {...LOOKS[result]}>{RESULTS[result]}</Status>
      {reasons.length > 0 && (
        <ul className="space-y-1 text-sm">
          {reasons.map((reason) => (
            <li key={reason.kind}>
              <strong>{REASONS[reason.kind]}.</strong> {reasonInWords(reason, stateName)}{' '}
              {mayMend && <Mending reason={reason} memberId={row.memberId} />}
            </li>
          ))}
        </ul>
      )}
      {before && <SentBefore result={result} before={before} />}
      {waiting > 0 && (
        <p className="text-sm text-ink-quiet">
          {counted(waiting, 'submission of these days waits', 'submissions of these days wait')} for
          approval.
        </p>
      )}
    </div>
  )
}

function SentBefore({ result, before }: { result: Result; before: NonNullable<Row['before']> }) {
  const { district } = useDistrict()
  const file = (
    <TextLink href={paths.madeStateFile(district, before.fileId)}>
      file {before.fileNumber}
    </TextLink>
  )
  const hours = formatHours(before.minutes)
  return (
    <p className="text-sm text-ink-quiet">
      {result === 'sent' && <>Told in {file}.</>}
      {result === 'not_ready' && (
        <>
          At the state stand {hours} meanwhile, told in {file}.
        </>
      )}
      {result !== 'sent' && result !== 'not_ready' && (
        <>
          Before, {hours} were told in {file}.
        </>
      )}
    </p>
  )
}

function Mending({ reason, memberId }: { reason: Reason; memberId: string }) {
  const { district } = useDistrict()
  switch (reason.kind) {
    case 'no_number':
      return reason.licenseId === null ? (
        <TextLink href={paths.newLicenseImport(district)}>Import licenses</TextLink>
      ) : (
        <TextLink href={paths.license(district, reason.licenseId)}>Open the license</TextLink>
      )
    case 'shared_number':
      return <TextLink href={paths.license(district, reason.licenseId)}>Open the license</TextLink>
    case 'no_school_number':
      return (
        <TextLink href={paths.organization(district, reason.organizationId)}>
          Open {reason.school}
        </TextLink>
      )
    case 'before_hire':
      return <TextLink href={paths.editPerson(district, memberId)}>Correct the day</TextLink>
    case 'no_affiliation':
      return <TextLink href={paths.person(district, memberId)}>See where they worked</TextLink>
  }
}
