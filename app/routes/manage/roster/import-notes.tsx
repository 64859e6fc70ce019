import type { RosterPreview } from '~/domain/roster/preview'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

type Place = { file: string; row: number | null; field: string | null; message: string }

/** What was read with a doubt, what was not read, and what the letter of the standard says. */
export function ImportNotes(props: {
  importId: string
  outcome: RosterPreview
  rejectedFiles: { file: string; rows: number }[]
}) {
  const { importId, outcome, rejectedFiles } = props
  const { warnings, warningCount, rejectedCount, check } = outcome
  const { district } = useDistrict()
  return (
    <Section title="How the file was read">
      <div className="space-y-2">
        {rejectedCount > 0 && (
          <Disclosure
            summary="Rows that were rejected"
            note={counted(rejectedCount, 'row', 'rows')}
            open
          >
            <p className="max-w-line">
              All other rows are good. Each of these files has the rejected rows with a reason; mend
              them and hand the file in again.
            </p>
            <ul className="mt-2 space-y-1">
              {rejectedFiles.map(({ file, rows }) => (
                <li key={file}>
                  <TextLink
                    href={`${paths.rosterRejections(district, importId)}?file=${encodeURIComponent(file)}`}
                    download
                  >
                    Rejected rows of {file}
                  </TextLink>{' '}
                  <span className="text-ink-quiet">{counted(rows, 'row', 'rows')}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        {warningCount > 0 && (
          <Disclosure
            summary="Read with a doubt"
            note={counted(warningCount, 'warning', 'warnings')}
          >
            <Findings findings={warnings} total={warningCount} />
          </Disclosure>
        )}
        <Disclosure
          summary="Strict check"
          note={check.valid ? 'no findings' : counted(check.errorCount, 'finding', 'findings')}
        >
          <p className="mb-2 max-w-line text-ink-quiet">
            {check.valid
              ? `The file follows OneRoster ${outcome.version} to the letter.`
              : `These break the letter of OneRoster ${outcome.version}. What could only be meant in one way was read all the same; tell the vendor of your system.`}
          </p>
          <Findings findings={check.errors} total={check.errorCount} />
        </Disclosure>
      </div>
    </Section>
  )
}

function Findings({ findings, total }: { findings: Place[]; total: number }) {
  return (
    <ul className="max-w-line space-y-2 border-l border-line pl-5">
      {findings.map((finding, index) => (
        <li key={index}>
          <span className="block text-sm text-ink-quiet">{placeOf(finding)}</span>
          {finding.message}
        </li>
      ))}
      {total > findings.length && (
        <li className="text-ink-quiet">
          and {(total - findings.length).toLocaleString('en-US')} more
        </li>
      )}
    </ul>
  )
}

const placeOf = ({ file, row, field }: Place) =>
  [file || 'The package', row !== null && `row ${row}`, field].filter(Boolean).join(', ')
