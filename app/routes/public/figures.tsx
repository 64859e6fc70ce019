import { kindName } from '~/domain/activities/activity'
import { schoolYearName } from '~/domain/calendar'
import type { PublicReport, PublicShare } from '~/domain/publishing/public-report.server'
import { countInWords, HOW_TOLD, partInWords } from '~/domain/reports/rounding'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

type Line = { key: string; name: string } & PublicShare

/** What a district tells everybody about the professional learning of its educators. */
export function PublicFigures({ report }: { report: PublicReport }) {
  const { district, asOf, yardstick, participation, schools, equity, approvals } = report
  const goal = yardstick > 0 ? `at least ${formatHours(yardstick)}` : 'any hours'
  const reachedHead = yardstick > 0 ? `With ${formatHours(yardstick)}` : 'With any hours'
  return (
    <>
      <PageHeader
        title={`Professional learning in ${district}`}
        lead={`${schoolYearName(report.schoolYear)}, as of ${formatExactDay(asOf)}. ${HOW_TOLD} Groups of fewer than five are not shown, nor others by which they could be found.`}
      />
      <Section
        title={
          participation.percent === null
            ? 'Participation'
            : `${inPercent(participation)} of educators have ${goal}`
        }
      >
        <Shares
          caption="Participation of the district"
          of="Span"
          people="Educators"
          reached="Reached"
          rows={[
            { key: 'year', name: `This school year: ${goal}`, ...participation },
            {
              key: 'years',
              name: 'Three school years: three times as much',
              ...report.inThreeYears,
            },
          ]}
        />
      </Section>
      {schools.shown.length > 0 && (
        <Section
          title="By school"
          lead={
            schools.areSomeHidden
              ? 'Schools with few educators are not shown, nor others by which they could be found.'
              : undefined
          }
        >
          <Shares
            caption="Participation by school"
            of="School"
            people="Educators"
            reached={reachedHead}
            rows={schools.shown.map(({ id, ...row }) => ({ key: id, ...row }))}
          />
        </Section>
      )}
      {equity.map(({ key, name, groups }) => (
        <Section key={key} title={name}>
          <Shares
            caption={`Participation ${name.toLowerCase()}`}
            of="Group"
            people="Educators"
            reached={reachedHead}
            rows={groups}
          />
        </Section>
      ))}
      {report.minutes > 0 && <Hours minutes={report.minutes} byKind={report.byKind} />}
      {report.pathways.length > 0 && (
        <Section title="Pathways">
          <Shares
            caption="Of those a pathway is for, how many are current"
            of="Pathway"
            people="Audience"
            reached="Current"
            rows={report.pathways.map(({ id, title, current }) => ({
              key: id,
              name: title,
              ...current,
            }))}
          />
        </Section>
      )}
      <Section title="Badges and approvals">
        <ul className="space-y-1">
          <li>Badges that are current: {countInWords(report.badges.current)}</li>
          <li>Of these, expiring within 90 days: {countInWords(report.badges.expiring)}</li>
          {approvals && (
            <>
              <li>
                Decisions: {countInWords(approvals.inTime.people)}, within the clock:{' '}
                {inPercent(approvals.inTime)}
              </li>
              <li>Submissions that waited: {countInWords(approvals.waiting)}</li>
            </>
          )}
        </ul>
      </Section>
    </>
  )
}

function Hours({ minutes, byKind }: Pick<PublicReport, 'minutes' | 'byKind'>) {
  return (
    <Section title={`${formatHours(minutes)} of learning were approved`}>
      {byKind.length > 0 && (
        <Table
          caption="Hours by kind"
          dense
          rows={byKind}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', head: 'Kind', rowHead: true, cell: ({ kind }) => kindName(kind) },
            {
              key: 'hours',
              head: 'Hours',
              numeric: true,
              cell: (row) => formatHours(row.minutes),
            },
          ]}
        />
      )}
    </Section>
  )
}

function Shares(props: {
  caption: string
  of: string
  people: string
  reached: string
  rows: Line[]
}) {
  const { caption, of, people, reached, rows } = props
  return (
    <Table
      caption={caption}
      dense
      narrow="scroll"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', head: of, rowHead: true, cell: (row) => row.name },
        { key: 'people', head: people, numeric: true, cell: (row) => countInWords(row.people) },
        {
          key: 'reached',
          head: reached,
          numeric: true,
          cell: (row) => partInWords(row.reached, row.people),
        },
        { key: 'share', head: 'Share', numeric: true, cell: inPercent },
      ]}
    />
  )
}

const inPercent = ({ percent }: PublicShare) => (percent === null ? '–' : `${percent}%`)
