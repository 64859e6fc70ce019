import { Form } from '@remix-run/react'
import type { Evidence } from '~/domain/evidence/queries.server'
import { paths } from '~/http/paths'
import { fileSize } from '~/ui/file-field'
import { Icon } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { Status } from '~/ui/status'
import { useDistrict } from './district-context'

/** Files, links and texts that back something. Removing needs a form that `form` names outside of it. */
export function EvidenceList(props: { evidence: Evidence[]; removable?: boolean }) {
  const { district } = useDistrict()
  if (props.evidence.length === 0) return null
  return (
    <ul className="divide-y divide-line border-y border-line">
      {props.evidence.map((item) => (
        <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Icon name={item.kind === 'link' ? 'link' : 'file'} size="small" />
          <span className="min-w-0 wrap-anywhere">
            {item.kind === 'text' ? (
              item.content
            ) : (
              <TextLink
                plain
                href={item.kind === 'link' ? item.content! : paths.evidence(district, item)}
              >
                {item.name}
              </TextLink>
            )}
          </span>
          {item.bytes !== null && (
            <span className="text-sm text-ink-quiet">{fileSize(item.bytes)}</span>
          )}
          {item.mayShowStudents && (
            <Status tone="warn" icon="lock">
              May show students
            </Status>
          )}
          {props.removable && <RemovalButton id={item.id} name={item.name} />}
        </li>
      ))}
    </ul>
  )
}

const removalForm = (id: string) => `remove-${id}`

function RemovalButton({ id, name }: { id: string; name: string }) {
  return (
    <button
      type="submit"
      form={removalForm(id)}
      className="ml-auto min-h-11 rounded-control px-2 text-accent hover:underline md:min-h-9"
    >
      Remove<span className="sr-only"> {name}</span>
    </button>
  )
}

/** The forms behind the buttons that remove evidence; they may not stand inside another form. */
export function EvidenceRemovalForms({ evidence }: { evidence: Evidence[] }) {
  const { district } = useDistrict()
  return evidence.map(({ id }) => (
    <Form
      key={id}
      id={removalForm(id)}
      method="post"
      action={paths.evidenceRemoval(district, id)}
      preventScrollReset
    />
  ))
}
