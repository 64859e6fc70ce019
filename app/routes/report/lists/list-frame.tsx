import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Page } from '~/domain/listing'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { DateField, SelectField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'

type Part = { asOf: string; organizationId?: string; text?: string; sort: string }

/** A list behind the report: what it is of, how it is narrowed, its rows, and the same as a file. */
export function ListFrame(props: {
  title: string
  lead: string
  /** Where the file is; it is narrowed like the page. */
  csv: string
  filter: Part
  places: { id: string; name: string }[]
  /** What else narrows it. */
  fields: ReactNode
  page: Page<unknown>
  /** What stands where nothing fits. */
  teaching: string
  children: ReactNode
}) {
  const { filter, page } = props
  const { district, today } = useDistrict()
  const { search } = useLocation()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'Report', href: paths.report(district) }]} />}
        title={props.title}
        lead={props.lead}
        action={<LongTableLink href={props.csv + search}>Download CSV</LongTableLink>}
      />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <input type="hidden" name="sort" value={filter.sort} />
        <DateField name="asOf" label="As of" max={today} defaultValue={filter.asOf} />
        <SelectField
          name="organization"
          label="School"
          placeholder="All"
          width="medium"
          choices={props.places.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filter.organizationId}
        />
        {props.fields}
        <TextField
          name="text"
          type="search"
          label="Person"
          width="medium"
          defaultValue={filter.text}
        />
        <Button icon="filter">Narrow</Button>
      </Form>
      {page.total === 0 ? (
        <EmptyState
          title="Nothing fits"
          icon="filter"
          action={<TextLink href={`?asOf=${filter.asOf}`}>Show all of that day</TextLink>}
        >
          {props.teaching}
        </EmptyState>
      ) : (
        props.children
      )}
      <Pagination
        page={page.page}
        pageCount={page.pages}
        href={(next) => url({ page: next }, 'keep page')}
      />
    </>
  )
}
