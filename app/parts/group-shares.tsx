import { Disclosure } from '~/ui/disclosure'
import { type Column, Table } from '~/ui/table'
import { ShareBars } from './share-bars'

/** A group and the share of it that reached something, in whole percent; null where it is not told. */
export type GroupShare = { key: string; name: string; percent: number | null }

/** How much of each group reached something: bars, and their numbers behind them. */
export function GroupShares<Group extends GroupShare>(props: {
  /** What is compared: "By the level of the school". */
  title: string
  /** What a group is called, as the head of its column, and many of them. */
  of: string
  many: string
  /** What was reached, as the head of the column of shares. */
  reached: string
  groups: readonly Group[]
  /** The numbers that the shares are made from. */
  columns: Column<Group>[]
}) {
  const { title, of, many, reached, groups, columns } = props
  return (
    <div>
      <ShareBars
        title={`${title}: ${reached}, in percent`}
        series={reached}
        many={many}
        rows={groups.map(({ name, percent }) => ({ label: name, percent }))}
      />
      <Disclosure summary="Show the numbers">
        <Table
          caption={title}
          captionHidden
          dense
          narrow="scroll"
          rows={groups}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', head: of, rowHead: true, cell: ({ name }) => name },
            ...columns,
            {
              key: 'share',
              head: 'Share',
              numeric: true,
              cell: ({ percent }) => inPercent(percent),
            },
          ]}
        />
      </Disclosure>
    </div>
  )
}

/** A share in words; a dash where it is not told. */
export const inPercent = (percent: number | null) => (percent === null ? '–' : `${percent}%`)
