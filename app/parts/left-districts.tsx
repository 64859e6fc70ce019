import { paths } from '~/http/paths'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** What somebody recorded in districts they have left is still theirs to take. */
export function LeftDistricts({ districts }: { districts: { slug: string; name: string }[] }) {
  if (districts.length === 0) return null
  return (
    <Section title="Where you were before" lead="What you recorded is kept, and is yours to take.">
      <ul className="space-y-3">
        {districts.map((district) => (
          <li key={district.slug} className="flex flex-wrap gap-x-4 gap-y-1">
            <span className="font-semibold">{district.name}</span>
            <TextLink href={paths.leftRecordCsv(district)} download>
              Your record as CSV
            </TextLink>
            <TextLink href={paths.leftRecordJson(district)} download>
              as JSON
            </TextLink>
            <TextLink href={`${paths.leftRecordPackage(district)}?files=yes`} download>
              whole, with its files, for another district
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
