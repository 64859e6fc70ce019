import type { ReactNode } from 'react'
import { schoolYearName } from '~/domain/calendar'
import type { PublicReport, PublicShare } from '~/domain/publishing/public-report.server'
import { countInWords, HOW_TOLD, partInWords } from '~/domain/reports/rounding'
import { GroupShares, inPercent } from '~/parts/group-shares'
import { KindHours } from '~/parts/kind-hours'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { Stat, StatRow } from '~/ui/stat'
import { Table } from '~/ui/table'

/** What a district tells everybody about the professional learning of its educators. */
export function PublicFigures({ report }: { report: PublicReport }) {
  const { district, asOf, yardstick, schools, equity, pathways } = report
  const reached = yardstick > 0 ? `At least ${formatHours(yardstick)}` : null
  return (
    <>
      <PageHeader
        title={`Professional learning in ${district}`}
        lead={`${schoolYearName(report.schoolYear)}, as of ${formatExactDay(asOf)}.`}
      />
      <Participation report={report} reached={reached} />
      {report.byKind.length > 0 && (
        <Section title={`${formatHours(report.minutes)} of learning were approved`}>
          <KindHours
            caption={`Approved hours of the school year by kind, as of ${formatExactDay(asOf)}.`}
            minutes={report.minutes}
            byKind={report.byKind}
          />
        </Section>
      )}
      {schools.shown.length > 0 && (
        <Section
          title="By school"
          lead={
            schools.areSomeHidden
              ? 'Schools with few educators are not shown, nor others by which they could be found.'
              : undefined
          }
        >
          {reached ? (
            <Shares
              title="Participation by school"
              of="School"
              many="schools"
              people="Educators"
              reached={reached}
              groups={schools.shown.map(({ id, ...row }) => ({ key: id, ...row }))}
            />
          ) : (
            <SchoolSizes schools={schools.shown} />
          )}
        </Section>
      )}
      {reached && equity.length > 0 && (
        <Section title="Who gets the hours">
          <div className="space-y-8">
            {equity.map(({ key, name, groups }) => (
              <div key={key}>
                <h3 className="mb-3 font-semibold">{name}</h3>
                <Shares
                  title={name}
                  of="Group"
                  many="groups"
                  people="Educators"
                  reached={reached}
                  groups={groups}
                />
              </div>
            ))}
          </div>
        </Section>
      )}
      {pathways.length > 0 && (
        <Section title="Pathways" lead="Of those whom a pathway is for, how many are current.">
          <Shares
            title="Pathways"
            of="Pathway"
            many="pathways"
            people="Audience"
            reached="Current"
            groups={pathways.map(({ id, title, current }) => ({
              key: id,
              name: title,
              ...current,
            }))}
          />
        </Section>
      )}
      <BadgesAndApprovals report={report} />
      <Section title="How the numbers are told">
        <p className="max-w-line text-ink-quiet">
          Counted are the educators and coaches who worked here on that day, also those who were on
          leave, and the hours of the school year that had been approved by its end. {HOW_TOLD}{' '}
          Groups of fewer than five are not shown, nor others by which they could be found. A share
          is told of twenty people and more.
        </p>
      </Section>
    </>
  )
}

function Participation({ report, reached }: { report: PublicReport; reached: string | null }) {
  const { participation, inThreeYears } = report
  return (
    <StatRow>
      <Stat label="Educators" value={countInWords(participation.people)} />
      {reached && (
        <>
          <Reached label={`${reached} in the school year`} share={participation} />
          <Reached label="Three times as much in three school years" share={inThreeYears} />
        </>
      )}
    </StatRow>
  )
}

const Reached = ({ label, share }: { label: ReactNode; share: PublicShare }) => (
  <Stat
    label={label}
    value={partInWords(share.reached, share.people)}
    unit={share.percent !== null && inPercent(share.percent)}
  />
)

function BadgesAndApprovals({ report: { badges, approvals } }: { report: PublicReport }) {
  return (
    <Section title="Badges and approvals">
      <StatRow>
        <Stat
          label="Badges that are current"
          value={countInWords(badges.current)}
          note={`${countInWords(badges.expiring)} of them expiring within 90 days`}
        />
        {approvals && (
          <>
            <Stat
              label="Decisions"
              value={countInWords(approvals.inTime.people)}
              note={
                approvals.inTime.percent !== null &&
                `${inPercent(approvals.inTime.percent)} within the clock`
              }
            />
            <Stat label="Submissions that waited" value={countInWords(approvals.waiting)} />
          </>
        )}
      </StatRow>
    </Section>
  )
}

/** How many educators work where: all there is to say of schools in a district without a yardstick. */
const SchoolSizes = ({ schools }: { schools: PublicReport['schools']['shown'] }) => (
  <Table
    caption="Educators by school"
    captionHidden
    dense
    rows={schools}
    rowKey={({ id }) => id}
    columns={[
      { key: 'school', head: 'School', rowHead: true, cell: ({ name }) => name },
      {
        key: 'educators',
        head: 'Educators',
        numeric: true,
        cell: ({ people }) => countInWords(people),
      },
    ]}
  />
)

function Shares(props: {
  title: string
  of: string
  many: string
  people: string
  reached: string
  groups: ({ key: string; name: string } & PublicShare)[]
}) {
  const { people, reached } = props
  return (
    <GroupShares
      {...props}
      columns={[
        { key: 'people', head: people, numeric: true, cell: (row) => countInWords(row.people) },
        {
          key: 'reached',
          head: reached,
          numeric: true,
          cell: (row) => partInWords(row.reached, row.people),
        },
      ]}
    />
  )
}
