import type { ReportFile } from '~/http/paths'
import { Icon } from '~/ui/icon'
import { Menu, MenuLine, MenuLink } from '~/ui/menu'

const FILES: [kind: ReportFile, name: string][] = [
  ['pdf', 'To print and to listen to (PDF)'],
  ['xlsx', 'Spreadsheet (XLSX)'],
  ['csv', 'One figure a row (CSV)'],
  ['json', 'With every rule (JSON)'],
]

/** The files of a report, or of a snapshot with the very text that was frozen. */
export function DownloadMenu(props: { fileOf: (kind: ReportFile) => string; frozenText?: string }) {
  return (
    <Menu
      align="end"
      label={
        <>
          <Icon name="download" /> Download
        </>
      }
    >
      {FILES.map(([kind, name]) => (
        <MenuLink key={kind} href={props.fileOf(kind)} plain>
          {name}
        </MenuLink>
      ))}
      {props.frozenText && (
        <>
          <MenuLine />
          <MenuLink href={props.frozenText} plain>
            The frozen text (JSON)
          </MenuLink>
        </>
      )}
    </Menu>
  )
}
