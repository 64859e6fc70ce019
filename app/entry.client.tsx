import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

void readPageData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)

/**
 * `RemixBrowser` begins to read the page's data when it is first called, and throws what to wait for.
 * React 18 gives up on a page in which a key is pressed while all of it waits; so the waiting is done
 * before React begins.
 */
async function readPageData() {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}
