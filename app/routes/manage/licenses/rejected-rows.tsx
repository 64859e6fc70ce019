import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

type Rejected = {
  rows: number
  first: { row: number; field: string | null; message: string }[]
}

/** The rows that cannot be used, with the reasons. */
export function RejectedRows({ id, rejected }: { id: string; rejected: Rejected }) {
  const { district } = useDistrict()
  if (rejected.rows === 0) return null
  return (
    <Section
      title={`${counted(rejected.rows, 'row', 'rows')} rejected`}
      lead="Correct them in the file of rejected rows and hand that one in."
      action={
        <TextLink href={paths.licenseRejections(district, id)} plain>
          Download the rejected rows
        </TextLink>
      }
    >
      <Table
        caption="The first of them"
        captionHidden
        rows={rejected.first}
        rowKey={({ row, field }) => `${row}/${field ?? ''}`}
        columns={[
          { key: 'row', head: 'Row', rowHead: true, cell: ({ row }) => row },
          { key: 'field', head: 'Column', cell: ({ field }) => field ?? 'The whole row' },
          { key: 'reason', head: 'What is wrong', cell: ({ message }) => message },
        ]}
      />
    </Section>
  )
}
