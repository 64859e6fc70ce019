import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { SAME_FOR_ALL } from './http/same-for-all'
import { readTheme } from './http/theme.server'
import { useNonce } from './nonce'
import stylesheet from './styles/app.css?url'
import { ErrorPage } from './ui/error-page'
import { PlainFrame } from './ui/plain-frame'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Cairn' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { theme: await readTheme(request), requestId: context.requestId }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const theme = useRouteLoaderData<typeof loader>('root')?.theme
  const isTheSameForAll = useMatches().some(({ handle }) => handle === SAME_FOR_ALL)
  return (
    <html lang="en-US" data-theme={theme === 'system' || isTheSameForAll ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {!isTheSameForAll && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const requestId = useRouteLoaderData<typeof loader>('root')?.requestId
  return (
    <PlainFrame homeHref="/">
      <ErrorPage
        status={isRouteErrorResponse(error) ? error.status : 500}
        reference={isRouteErrorResponse(error) ? undefined : requestId}
      />
    </PlainFrame>
  )
}
