import { Status } from '~/ui/status'

/** Whether a file counts as sent, or the state refused it. */
export function FileStatus({ file }: { file: { refused: object | null } }) {
  return file.refused ? (
    <Status tone="bad">Refused by the state</Status>
  ) : (
    <Status tone="good">Sent</Status>
  )
}
