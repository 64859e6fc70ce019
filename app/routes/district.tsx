import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { navigationOf } from '~/domain/navigation.server'
import { type FlashNotice, takeNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { readTheme } from '~/http/theme.server'
import { places } from '~/parts/places'
import { ErrorPage } from '~/ui/error-page'
import { Frame } from '~/ui/frame'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.district.name} · Cairn` : 'Cairn' },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { notice, headers } = await takeNotice(args.request)
  const navigation = await member.read(navigationOf)
  return data({ ...navigation, notice, theme: await readTheme(args.request) }, { headers })
}

export default function District() {
  const { notice } = useLoaderData<typeof loader>()
  return (
    <DistrictFrame notice={notice}>
      <Outlet />
    </DistrictFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const root = useRouteLoaderData<{ requestId: string }>('root')
  const loaded = useRouteLoaderData<typeof loader>('routes/district')
  const isAnswer = isRouteErrorResponse(error)
  const page = (
    <ErrorPage
      status={isAnswer ? error.status : 500}
      homeHref={loaded ? paths.home(loaded.district) : '/'}
      reference={isAnswer ? undefined : root?.requestId}
    />
  )
  return loaded ? <DistrictFrame notice={null}>{page}</DistrictFrame> : page
}

function DistrictFrame(props: { notice: FlashNotice | null; children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('routes/district')!
  const { pathname } = useLocation()
  return (
    <Frame
      district={{ name: loaded.district.name, href: paths.home(loaded.district) }}
      schoolYear={loaded.schoolYear}
      person={loaded.person}
      groups={places(loaded)}
      currentPath={pathname}
      searchAction={paths.search(loaded.district)}
      accountHref={paths.account()}
      signOutAction={paths.signOut()}
      themeAction={paths.theme()}
      theme={loaded.theme}
      notice={
        props.notice && (
          <Notice
            tone={props.notice.tone}
            live
            action={
              props.notice.link && (
                <TextLink href={props.notice.link.href}>{props.notice.link.label}</TextLink>
              )
            }
          >
            {props.notice.text}
          </Notice>
        )
      }
    >
      {props.children}
    </Frame>
  )
}
