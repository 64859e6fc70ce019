import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { Frame, type NavigationGroup } from '~/ui/frame'
import { ShowButtons, ShowForm } from '~/ui/gallery/show-forms'
import { ShowCharts, ShowTable } from '~/ui/gallery/show-lists'
import { ShowCairns, ShowWords } from '~/ui/gallery/show-words'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Components · Cairn' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { env } = context as { env?: { showsUiGallery?: boolean } }
  if (!env?.showsUiGallery) throw new Response('Not Found', { status: 404 })
  return null
}

const groups: NavigationGroup[] = [
  { label: '', items: [{ label: 'Home', href: '/', icon: 'home', onBar: true }] },
  {
    label: 'My learning',
    items: [
      { label: 'Activities', href: '/ui', icon: 'activity', onBar: true },
      { label: 'Courses', href: '/courses', icon: 'course' },
      { label: 'Pathways', href: '/pathways', icon: 'pathway' },
      { label: 'Goals', href: '/goals', icon: 'goal' },
      { label: 'Badges', href: '/badges', icon: 'badge' },
      { label: 'Record', href: '/record', icon: 'record' },
    ],
  },
  {
    label: 'My school',
    items: [
      { label: 'Approvals', href: '/approvals', icon: 'approvals', count: 12, onBar: true },
      { label: 'Staff', href: '/staff', icon: 'staff' },
      { label: 'Readiness', href: '/readiness', icon: 'readiness' },
    ],
  },
  {
    label: 'District',
    items: [
      { label: 'People', href: '/people', icon: 'people' },
      { label: 'Report', href: '/report', icon: 'report' },
      { label: 'Settings', href: '/settings', icon: 'settings' },
    ],
  },
]

export default function UiGallery() {
  return (
    <Frame
      district={{ name: 'Northfield Public Schools', href: '/' }}
      schoolYear="2026–27"
      person={{ name: 'Carmen Ortiz', email: 'carmen.ortiz@northfield.example' }}
      groups={groups}
      currentPath="/ui"
      searchAction="/search"
      accountHref="/account"
      signOutAction="/sign-out"
      themeAction="/theme"
      theme="system"
    >
      <PageHeader
        title="Every part of the notebook"
        lead="What pages are made of, in every state. Nothing waits for you here."
        action={
          <ButtonLink href="#form" tone="primary" icon="plus">
            Log an activity
          </ButtonLink>
        }
      />
      <ShowCairns />
      <ShowTable />
      <ShowCharts />
      <div id="form">
        <ShowButtons dialogId="deny" />
        <ShowForm />
      </div>
      <div className="grid gap-8 xl:-mx-6 xl:grid-cols-2 xl:gap-0">
        <Island theme="light">
          <ShowWords />
        </Island>
        <Island theme="dark">
          <ShowCairns />
          <ShowButtons dialogId="deny-at-night" />
          <ShowWords />
        </Island>
      </div>
    </Frame>
  )
}

function Island({ theme, children }: { theme: 'light' | 'dark'; children: ReactNode }) {
  return (
    <div data-theme={theme} className="min-w-0 rounded-card p-6">
      {children}
    </div>
  )
}
