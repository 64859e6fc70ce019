import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { paths } from '~/http/paths'
import { requireStateViewer } from '~/http/state-viewer.server'
import { readTheme } from '~/http/theme.server'
import { FramePerson } from '~/ui/frame-person'
import { Logo } from '~/ui/logo'
import { SkipLink } from '~/ui/skip-link'

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.state.name} · Cairn` : 'Cairn' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { state, email } = await requireStateViewer(args)
  return { state, email, theme: await readTheme(args.request) }
}

/** The frame around the pages of a state: no districts' places, for nobody here is of one. */
export default function State() {
  const { state, email, theme } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="flex min-h-16 items-center gap-4 border-b border-line px-4 md:px-8 print:min-h-0 print:px-0 print:pb-2">
        <Link to={paths.state(state.code)} className="rounded-control px-2 py-1">
          <Logo />
        </Link>
        <span className="min-w-0 truncate font-semibold">{state.name}</span>
        <div className="ml-auto print:hidden">
          <FramePerson
            person={{ name: email, email: 'State viewer' }}
            currentPath={pathname}
            accountHref={paths.account()}
            signOutAction={paths.signOut()}
            themeAction={paths.theme()}
            theme={theme}
          />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-page px-4 py-6 outline-none md:px-8 md:py-10 print:max-w-none print:p-0 print:pt-6"
      >
        <Outlet />
      </main>
    </div>
  )
}
