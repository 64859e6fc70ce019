import type { Evidence } from '~/domain/evidence/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Icon } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { PdfFrame } from './pdf-frame'

/** Evidence where it is needed: pictures and PDFs shown, links and texts beside them. */
export function EvidenceInPlace({ evidence }: { evidence: (Evidence & { isOpen: boolean })[] }) {
  const { district, today } = useDistrict()
  if (evidence.length === 0) {
    return <p className="text-ink-quiet">None attached: this is self-reported.</p>
  }
  return (
    <ul className="space-y-4">
      {evidence.map((item) => (
        <li key={item.id}>
          {!item.isOpen ? (
            <p className="flex items-center gap-2 text-ink-quiet">
              <Icon name="lock" size="small" />“{item.name}” may show students; only the reviewer of
              the school opens it.
            </p>
          ) : item.destroyedOn !== null ? (
            <p className="flex items-center gap-2 text-ink-quiet">
              <Icon name="file" size="small" />
              <span>
                “{item.name}” was destroyed on <Day value={item.destroyedOn} today={today} /> as the
                retention schedule says.
              </span>
            </p>
          ) : item.kind === 'text' ? (
            <p className="max-w-line whitespace-pre-line">{item.content}</p>
          ) : item.kind === 'link' ? (
            <p className="flex items-center gap-2">
              <Icon name="external" size="small" />
              <TextLink href={item.content!} plain>
                {item.content}
              </TextLink>
            </p>
          ) : (
            <EvidenceFile item={item} href={paths.evidence(district, item)} />
          )}
        </li>
      ))}
    </ul>
  )
}

function EvidenceFile({ item, href }: { item: Evidence; href: string }) {
  const isPicture = item.mediaType?.startsWith('image/')
  return (
    <figure>
      {isPicture ? (
        <img
          src={`${href}?inline`}
          alt={`Evidence: ${item.name}`}
          loading="lazy"
          className="max-h-[32rem] max-w-full rounded-control border border-line"
        />
      ) : (
        <PdfFrame src={`${href}?inline`} title={`Evidence: ${item.name}`} />
      )}
      <figcaption className="mt-1 text-sm">
        <TextLink href={href} plain download>
          {item.name}
        </TextLink>
      </figcaption>
    </figure>
  )
}
