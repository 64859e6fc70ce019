import { Form, useLocation } from '@remix-run/react'
import type { ComponentProps } from 'react'
import type { Page } from '~/domain/listing'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { counted } from '~/parts/people-words'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { formatExactDay } from '~/ui/day'
import { EmptyState } from '~/ui/empty-state'
import { DateField, SelectField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { type Column, Table } from '~/ui/table'

type Part = { asOf: string; organizationId?: string; text?: string; sort: string }
type Choices = Pick<
  ComponentProps<typeof SelectField>,
  'name' | 'label' | 'choices' | 'defaultValue' | 'placeholder'
>

type List<Row> = {
  /** What is listed: one, and several. */
  titles: [one: string, many: string]
  /** What else there is to say of all of them, before the day. */
  sum?: string
  /** What stands where nothing fits. */
  teaching: string
  /** Where the file is; it is narrowed like the page. */
  csv: string
  filter: Part
  places: { id: string; name: string }[]
  /** What else narrows it. */
  choices: Choices[]
  list: Page<Row>
  columns: Column<Row>[]
}

/** A list behind the report: what it is of, how it is narrowed, its rows, and the same as a file. */
export function ListFrame<Row extends { id: string }>(props: List<Row>) {
  const { filter, list, titles, sum = '' } = props
  const { district } = useDistrict()
  const { search } = useLocation()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Report', href: paths.report(district) }]} />}
        title={titles[1]}
        lead={`${counted(list.total, ...titles).toLowerCase()}${sum}, as of ${formatExactDay(filter.asOf)}.`}
        action={<LongTableLink href={props.csv + search}>Download CSV</LongTableLink>}
      />
      <Filters filter={filter} places={props.places} choices={props.choices} />
      {list.total === 0 ? (
        <EmptyState
          title="Nothing fits"
          icon="filter"
          action={<TextLink href={`?asOf=${filter.asOf}`}>Show all of that day</TextLink>}
        >
          {props.teaching}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pages}
        href={(next) => url({ page: next }, 'keep page')}
      />
    </>
  )
}

function Filters({
  filter,
  places,
  choices,
}: Pick<List<unknown>, 'filter' | 'places' | 'choices'>) {
  const { today } = useDistrict()
  const schools = {
    name: 'organization',
    label: 'School',
    choices: places.map(({ id, name }) => ({ value: id, label: name })),
    defaultValue: filter.organizationId,
  }
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
      <input type="hidden" name="sort" value={filter.sort} />
      <DateField name="asOf" label="As of" max={today} defaultValue={filter.asOf} />
      {[schools, ...choices].map((field) => (
        <SelectField key={field.name} placeholder="All" width="medium" {...field} />
      ))}
      <TextField
        name="text"
        type="search"
        label="Person"
        width="medium"
        defaultValue={filter.text}
      />
      <Button icon="filter">Narrow</Button>
    </Form>
  )
}

function Rows<Row extends { id: string }>({ titles, list, filter, columns }: List<Row>) {
  const url = useListUrl()
  return (
    <Table
      caption={`${titles[1]} behind the report`}
      captionHidden
      dense
      rows={list.rows}
      rowKey={({ id }) => id}
      sort={url.sort(filter.sort)}
      columns={columns}
    />
  )
}
