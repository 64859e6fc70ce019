import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPublicReport } from '~/domain/publishing/publishing.server'
import { answer } from '~/http/respond.server'
import { SAME_FOR_ALL } from '~/http/same-for-all'
import { PlainFrame } from '~/ui/plain-frame'
import { PublicFigures } from './figures'

export const handle = SAME_FOR_ALL

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Professional learning: ${loaded?.report.district ?? 'not published'}` },
]

/** Any page may frame it; it runs nothing, sends nothing and knows nobody. */
const POLICY =
  "default-src 'self'; script-src 'none'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *"

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { store, now = new Date() } = context
  const { report, sha256 } = await answer(() =>
    openPublicReport(store.read, params.district ?? '', now),
  )
  const isEmbedded = new URL(request.url).searchParams.has('embed')
  return data(
    { report, isEmbedded },
    {
      headers: {
        'Cache-Control': 'public, max-age=300',
        ETag: `"${sha256}${isEmbedded ? '-embed' : ''}"`,
        'Content-Security-Policy': POLICY,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export default function PublicReportPage() {
  const { report, isEmbedded } = useLoaderData<typeof loader>()
  if (isEmbedded) {
    return (
      <main id="main" className="p-4">
        <PublicFigures report={report} />
      </main>
    )
  }
  return (
    <PlainFrame wide>
      <PublicFigures report={report} />
    </PlainFrame>
  )
}
