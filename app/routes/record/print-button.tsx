import { Button } from '~/ui/button'

/** Opens the browser's print dialog. Without JavaScript the browser's own menu does. */
export function PrintButton() {
  return (
    <Button type="button" tone="primary" icon="print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
