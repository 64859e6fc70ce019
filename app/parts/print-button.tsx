import { useEffect, useState } from 'react'
import { Button } from '~/ui/button'

/** Prints the page; only where the browser can be told to. */
export function PrintButton() {
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!isReady) return null
  return (
    <Button type="button" size="small" icon="print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
