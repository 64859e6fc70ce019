import { useSearchParams } from '@remix-run/react'
import type { ComparedSection, Comparison, NamedPair } from '~/domain/reports/comparison.server'
import { counted } from '~/parts/people-words'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { changeInUnit, inPercent, inUnit, pointsBetween } from './figure-words'
import { withTable } from './report-table'
import { ALL_TABLES, comparedTable, isOpen } from './tables'

/** Two reports side by side, section by section: this one, the other, and what changed. */
export function Compared({ comparison }: { comparison: Comparison | null }) {
  if (!comparison) return null
  const { mine, compared, sections } = comparison
  return (
    <Section
      title={`${mine} beside ${compared}`}
      lead="A percentage is the share of the whole that a figure is a part of. A dash stands where one of the two does not have the figure, or where a difference would say nothing."
    >
      <div className="space-y-2">
        {sections.map((section, index) => (
          <SectionPairs
            key={section.key}
            section={section}
            mine={mine}
            compared={compared}
            isFirst={index === 0}
          />
        ))}
      </div>
    </Section>
  )
}

/** One subject; all but the first are folded away, so that the report itself stays near. */
function SectionPairs(props: {
  section: ComparedSection
  mine: string
  compared: string
  isFirst: boolean
}) {
  const { section, mine, compared, isFirst } = props
  const name = comparedTable(section.key)
  const [query] = useSearchParams()
  const open = query.get('table')
  const showsSchools = isOpen(open, name)
  return (
    <div id={name}>
      <Disclosure
        summary={<h3>{section.title}</h3>}
        note={counted(section.pairs.length, 'figure', 'figures')}
        open={isFirst || showsSchools}
      >
        <Table
          caption={`${section.title}: ${mine} beside ${compared}`}
          captionHidden
          dense
          narrow="scroll"
          rows={section.pairs}
          rowKey={({ place, item, measure }) => [place?.id, item?.key, measure].join()}
          columns={[
            { key: 'figure', head: 'Figure', rowHead: true, cell: (pair) => pair.name },
            ...(showsSchools
              ? [
                  {
                    key: 'school',
                    head: 'School',
                    cell: (pair: NamedPair) => pair.place?.name ?? 'All',
                  },
                ]
              : []),
            { key: 'mine', head: mine, numeric: true, cell: (pair) => figureOf(pair) },
            { key: 'compared', head: compared, numeric: true, cell: (pair) => comparedOf(pair) },
            { key: 'change', head: 'Change', numeric: true, cell: (pair) => changeOf(pair) },
          ]}
        />
        {section.hasPlaces && open !== ALL_TABLES && (
          <p className="mt-2 print:hidden">
            <TextLink href={`?${withTable(query, showsSchools ? null : name)}#${name}`}>
              {showsSchools ? 'Hide the schools' : 'Compare by school'}
              <VisuallyHidden>: {section.title}</VisuallyHidden>
            </TextLink>
          </p>
        )}
      </Disclosure>
    </div>
  )
}

const withShare = (figure: string, share: number | null) =>
  share === null ? figure : `${figure} (${inPercent(share)})`

const figureOf = ({ unit, value, share, isRounded }: NamedPair) =>
  withShare(inUnit(unit, value, isRounded), share)

const comparedOf = ({ unit, compared, comparedShare, isRounded }: NamedPair) =>
  withShare(inUnit(unit, compared, isRounded), comparedShare)

function changeOf({ unit, change, share, comparedShare }: NamedPair) {
  const points = pointsBetween(share, comparedShare)
  if (points === null) return changeInUnit(unit, change)
  return change === null ? points : `${changeInUnit(unit, change)} (${points})`
}
