import { Form } from '@remix-run/react'
import type { Evidence } from '~/domain/evidence/queries.server'
import { paths } from '~/http/paths'
import { fileSize } from '~/ui/file-field'
import { Icon } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'
import { useDistrict } from './district-context'

/** A piece of evidence; one that is not open has neither a link nor its text. */
type Piece = Evidence & { isOpen?: boolean }

/**
 * Files, links and texts that back something. All of them, or those with the ids given, have a button
 * that removes them; it needs `EvidenceRemovalForms` outside of the form that the list stands in.
 */
export function EvidenceList(props: { evidence: Piece[]; removable?: boolean | string[] }) {
  const { evidence, removable = false } = props
  const { today } = useDistrict()
  if (evidence.length === 0) return null
  const isRemovable = (id: string) =>
    Array.isArray(removable) ? removable.includes(id) : removable
  return (
    <ul className="divide-y divide-line border-y border-line">
      {evidence.map((item) => (
        <li key={item.id} className="flex items-start gap-3 py-2">
          <span className="grid h-6 place-items-center">
            <Icon name={item.kind === 'link' ? 'link' : 'file'} size="small" />
          </span>
          <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 wrap-break-word whitespace-pre-line">
              <EvidenceContent item={item} />
            </span>
            {item.destroyedOn !== null && (
              <span className="text-sm text-ink-quiet">
                Destroyed on <Day value={item.destroyedOn} today={today} /> as the district’s
                retention schedule says
              </span>
            )}
            {item.bytes !== null && item.destroyedOn === null && (
              <span className="text-sm text-ink-quiet">{fileSize(item.bytes)}</span>
            )}
            {item.mayShowStudents && (
              <Status tone="warn" icon="lock">
                May show students
                {item.isOpen === false && '; only the reviewer of the school opens it'}
              </Status>
            )}
          </div>
          {isRemovable(item.id) && <RemovalButton id={item.id} name={item.name} />}
        </li>
      ))}
    </ul>
  )
}

function EvidenceContent({ item }: { item: Piece }) {
  const { district } = useDistrict()
  if (item.isOpen === false || item.destroyedOn !== null) return item.name
  if (item.kind === 'text') return item.content
  const href = item.kind === 'link' ? item.content! : paths.evidence(district, item)
  return (
    <TextLink plain href={href}>
      {item.name}
    </TextLink>
  )
}

const removalForm = (id: string) => `remove-${id}`

function RemovalButton({ id, name }: { id: string; name: string }) {
  return (
    <button
      type="submit"
      form={removalForm(id)}
      className="-my-2.5 min-h-11 rounded-control px-2 text-accent hover:underline md:-my-1.5 md:min-h-9"
    >
      Remove<span className="sr-only"> {name}</span>
    </button>
  )
}

/** The forms behind the buttons that remove evidence; they may not stand inside another form. */
export function EvidenceRemovalForms({ evidence }: { evidence: { id: string }[] }) {
  const { district } = useDistrict()
  return evidence.map(({ id }) => (
    <Form
      key={id}
      id={removalForm(id)}
      hidden
      method="post"
      action={paths.evidenceRemoval(district, id)}
      preventScrollReset
    />
  ))
}
