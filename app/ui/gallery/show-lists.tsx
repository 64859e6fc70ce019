import { BarChart } from '../bar-chart'
import { Cairn } from '../cairn'
import { ChartWithTable } from '../chart-with-table'
import { Disclosure } from '../disclosure'
import { RelativeDay } from '../day-text'
import { FilterChips } from '../filter-chips'
import { Hours } from '../hours-text'
import { LineChart } from '../line-chart'
import { TextLink } from '../link'
import { Pagination } from '../pagination'
import { Section } from '../section'
import { SegmentedBar } from '../segmented-bar'
import { Table } from '../table'
import { Tabs } from '../tabs'

const staff = [
  [
    'Abernathy-Villanueva, Maximiliana Alexandra Josephine',
    'Teacher, grade 7',
    540,
    2,
    3,
    '2026-09-26',
  ],
  ['Ortiz, Carmen', 'Principal', 1230, 0, 5, '2026-09-21'],
  ['Okafor, Ben', 'Teacher, science', 0, 0, 0, '2026-06-11'],
  ['Ruiz, Ana María', 'Coach', 95, 1, 1, '2026-09-27'],
] as const

export function ShowTable() {
  return (
    <Section title="Staff" lead="60 people. 11 have something that waits for you.">
      <Tabs
        label="Views of the staff"
        items={[
          { label: 'Everyone', href: '?view=all', count: 60, current: true },
          { label: 'Who needs my help', href: '?view=help', count: 7 },
          { label: 'New this year', href: '?view=new', count: 4 },
        ]}
      />
      <div className="my-4">
        <FilterChips
          label="Show"
          chips={[
            { label: 'Teachers', href: '?', active: true },
            { label: 'Coaches', href: '?role=coach', count: 4 },
            { label: 'Nothing logged since August', href: '?quiet=1', count: 9 },
          ]}
          clearHref="?"
        />
      </div>
      <Table
        caption="Staff of Rivera Middle School, by name"
        captionHidden
        rows={staff}
        rowKey={(row) => row[0]}
        sort={{ by: 'name', direction: 'ascending', href: (key) => `?sort=${key}` }}
        columns={[
          {
            key: 'name',
            head: 'Name',
            rowHead: true,
            sortable: true,
            cell: (row) => (
              <TextLink href="#" tone="bare">
                {row[0]}
              </TextLink>
            ),
          },
          { key: 'role', head: 'Role', cell: (row) => row[1] },
          {
            key: 'hours',
            head: 'Hours',
            numeric: true,
            sortable: true,
            cell: (row) => <Hours minutes={row[2]} />,
          },
          { key: 'waiting', head: 'Waiting', numeric: true, cell: (row) => row[3] || '–' },
          {
            key: 'path',
            head: 'AI literacy',
            cell: (row) => <Cairn done={row[4]} total={5} />,
          },
          {
            key: 'last',
            head: 'Last activity',
            sortable: true,
            cell: (row) => <RelativeDay value={row[5]} today="2026-09-27" />,
          },
        ]}
        footer={{ name: 'Together', hours: <Hours minutes={1865} />, waiting: 3 }}
      />
      <Pagination
        page={5}
        pageCount={80}
        href={(page) => `?page=${page}`}
        words="201–250 of 4,000"
      />
    </Section>
  )
}

const kinds = ['Workshops', 'Courses', 'PLC', 'Coaching', 'Self-study', 'Other']
const schools = [
  { label: 'Hale Elementary', values: [420, 260, 180, 90, 60, 12] },
  { label: 'Rivera Middle School', values: [310, 340, 220, 40, 110, 30] },
  {
    label: 'Technical and Vocational High School of the North End',
    values: [520, 120, 90, 130, 40, 8],
  },
]

const years = [
  { label: '2022–23', value: 41 },
  { label: '2023–24', value: 49 },
  { label: '2024–25', value: null },
  { label: '2025–26', value: 58 },
  { label: '2026–27', value: 64 },
]

export function ShowCharts() {
  return (
    <>
      <Section title="Bars">
        <div className="grid gap-8 md:grid-cols-2">
          <SegmentedBar
            label="Hours this year"
            total={15}
            segments={[
              { label: 'Workshops', value: 4.5, words: '4.5 h' },
              { label: 'PLC', value: 3, words: '3 h' },
              { label: 'Self-study', value: 1.5, words: '1.5 h' },
            ]}
            note="9 of 15 hours; the district hopes for 15 by 30 June."
          />
          <SegmentedBar
            label="AI literacy, 58 in the audience"
            size="thin"
            total={58}
            segments={[
              { label: 'Demonstrated', value: 21 },
              { label: 'Engaged', value: 19 },
              { label: 'Assigned', value: 11 },
            ]}
            note="11 are waiting for evidence review; oldest 12 days."
          />
        </div>
      </Section>
      <Section title="Workshops still carry half of the hours">
        <ChartWithTable
          caption="Approved hours by kind and school, 1 July 2025 to 30 June 2026. 1,204 active staff."
          chart={<BarChart title="Hours by kind" series={kinds} rows={schools} />}
          why="An hour counts when it was approved or roster-confirmed by 30 June, under rule set MA-2024."
          table={
            <Disclosure summary="The numbers as a table">
              <Table
                caption="Hours by kind and school"
                captionHidden
                narrow="scroll"
                dense
                rows={schools}
                rowKey={(row) => row.label}
                columns={[
                  { key: 'school', head: 'School', rowHead: true, cell: (row) => row.label },
                  ...kinds.map((head, index) => ({
                    key: head,
                    head,
                    numeric: true,
                    cell: (row: (typeof schools)[number]) => row.values[index],
                  })),
                ]}
              />
            </Disclosure>
          }
        />
      </Section>
      <Section title="Six in ten now reach the yardstick">
        <div className="max-w-line">
          <LineChart
            title="Share of staff at 15 hours or more"
            points={years}
            domain={[0, 100]}
            format={(value) => `${value} %`}
          />
        </div>
      </Section>
    </>
  )
}
