import { kindName } from '~/domain/activities/activity'
import { schoolYearName } from '~/domain/calendar'
import type { PublicCount, PublicReport, PublicShare } from '~/domain/publishing/public-report'
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
        lead={`${schoolYearName(report.schoolYear)}, as of ${formatExactDay(asOf)}. People, badges and submissions are told to the nearest five, hours to the nearest ten; groups of fewer than five are not shown.`}
      />
      <Section title={`${inPercent(participation)} of educators have ${goal}`}>
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
            schools.hidden > 0
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
      <Section title={`${formatHours(report.minutes)} of learning were approved`}>
        <Table
          caption="Hours by kind"
          dense
          rows={report.byKind}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', head: 'Kind', rowHead: true, cell: ({ kind }) => kindName(kind) },
            {
              key: 'hours',
              head: 'Hours',
              numeric: true,
              cell: ({ minutes }) => formatHours(minutes),
            },
          ]}
        />
      </Section>
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
          <li>Badges that are current: {inCount(report.badges.current)}</li>
          <li>Of these, expiring within 90 days: {inCount(report.badges.expiring)}</li>
          {approvals && (
            <>
              <li>
                Decisions: {inCount(approvals.inTime.people)}, within the clock:{' '}
                {inPercent(approvals.inTime)}
              </li>
              <li>Submissions that waited: {inCount(approvals.waiting)}</li>
            </>
          )}
        </ul>
      </Section>
    </>
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
        { key: 'people', head: people, numeric: true, cell: (row) => inCount(row.people) },
        { key: 'reached', head: reached, numeric: true, cell: (row) => inCount(row.reached) },
        { key: 'share', head: 'Share', numeric: true, cell: inPercent },
      ]}
    />
  )
}

const inCount = (count: PublicCount) =>
  count === null ? 'fewer than 5' : count.toLocaleString('en-US')

const inPercent = ({ percent }: PublicShare) => (percent === null ? '–' : `${percent}%`)
