import { useSearchParams } from '@remix-run/react'
import type { SavedAddress } from '~/domain/reports/saved'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'

/** The reports that are saved, and the way to save this one. */
export function SavedLinks({ saved }: { saved: ({ id: string; name: string } & SavedAddress)[] }) {
  const { district } = useDistrict()
  const [query] = useSearchParams()
  return (
    <nav
      aria-label="Saved reports"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden"
    >
      {saved.map((row) => (
        <TextLink key={row.id} href={paths.reportAsSaved(district, row)}>
          {row.name}
        </TextLink>
      ))}
      <TextLink href={`${paths.saveReport(district)}?${query}`}>Save this report</TextLink>
      {saved.length > 0 && (
        <TextLink href={paths.savedReports(district)}>All saved reports</TextLink>
      )}
    </nav>
  )
}
