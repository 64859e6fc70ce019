import type { FileStanding } from '~/domain/retention/retention'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { fileSize } from '~/ui/file-field'
import { TextLink } from '~/ui/link'
import { type Column, Table } from '~/ui/table'
import type { Files } from './index'

type File = Files['rows'][number]

/** Evidence files with until when they are kept, and why. */
export function FileTable({ files, standing }: { files: Files; standing: FileStanding }) {
  const { district, today } = useDistrict()
  const day: Column<File> =
    standing === 'destroyed'
      ? {
          key: 'destroyed',
          head: 'Destroyed',
          cell: ({ destroyedOn }) => destroyedOn && <Day value={destroyedOn} today={today} short />,
        }
      : {
          key: 'kept',
          head: 'Kept until',
          cell: ({ keptUntil }) => keptUntil && <Day value={keptUntil} today={today} short />,
        }
  return (
    <Table
      caption={counted(files.total, 'file', 'files')}
      rows={files.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          head: 'File',
          rowHead: true,
          cell: ({ id, name }) =>
            standing === 'destroyed' ? (
              name
            ) : (
              <TextLink href={paths.evidence(district, id)} tone="ink" strong>
                {name}
              </TextLink>
            ),
        },
        {
          key: 'person',
          head: 'Educator',
          cell: ({ person, memberId }) => (
            <TextLink href={paths.person(district, memberId)} plain>
              {person}
            </TextLink>
          ),
        },
        { key: 'title', head: 'What it backs', from: 'lg', cell: ({ title }) => title },
        day,
        { key: 'why', head: 'Why', cell: ({ because }) => because },
        {
          key: 'size',
          head: 'Size',
          numeric: true,
          from: 'lg',
          cell: ({ bytes }) => fileSize(bytes),
        },
      ]}
    />
  )
}
