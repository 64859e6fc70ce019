import type { Navigation } from '~/domain/navigation.server'
import { paths } from '~/http/paths'
import type { NavigationGroup, NavigationItem } from '~/ui/navigation'

/** The places of the frame, by the hats of a person. */
export function places({ district, can, waiting }: Navigation): NavigationGroup[] {
  const group = (label: string, items: (NavigationItem | false)[]): NavigationGroup => ({
    label,
    items: items.filter((item) => item !== false),
  })
  return [
    group('', [{ label: 'Home', href: paths.home(district), icon: 'home', onBar: true }]),
    group('My learning', can.learn ? learning(district, !can.review) : []),
    group('My school', [
      can.review && {
        label: 'Approvals',
        href: paths.approvals(district),
        icon: 'approvals',
        count: waiting,
        onBar: true,
      },
      can.seeStaff && {
        label: 'Staff',
        href: paths.staff(district),
        icon: 'staff',
        onBar: true,
      },
      can.seeReadiness && {
        label: 'Readiness',
        href: paths.readiness(district),
        icon: 'readiness',
      },
    ]),
    group('District', [
      can.seeReport && { label: 'Report', href: paths.report(district), icon: 'report' },
      can.seePathways && {
        label: 'Pathways',
        href: paths.managedPathways(district),
        icon: 'pathway',
        also: [
          paths.assignments(district),
          paths.managedEnrollments(district),
          paths.pathwayRequests(district),
          paths.peopleLists(district),
        ],
      },
      can.seeMandates && {
        label: 'Required training',
        href: paths.mandates(district),
        icon: 'completion',
      },
      can.editCatalog && { label: 'Catalog', href: paths.catalog(district), icon: 'course' },
      can.seePeople && { label: 'People', href: paths.people(district), icon: 'people' },
      can.seeLicenses && {
        label: 'Licenses',
        href: paths.managedLicenses(district),
        icon: 'calendar',
      },
      can.editPolicy && {
        label: 'Renewal policy',
        href: paths.renewalPolicy(district),
        icon: 'edit',
      },
      can.seeStateFile && {
        label: 'State file',
        href: paths.stateRows(district),
        icon: 'upload',
      },
      can.seeRetention && { label: 'Retention', href: paths.retention(district), icon: 'lock' },
      can.importRoster && { label: 'Roster', href: paths.rosterImports(district), icon: 'roster' },
      can.seeOutbox && { label: 'Outbox', href: paths.outbox(district), icon: 'mail' },
      can.editSettings && { label: 'Settings', href: paths.settings(district), icon: 'settings' },
    ]),
  ].filter(({ items }) => items.length > 0)
}

const learning = (district: { slug: string }, onBar: boolean): NavigationItem[] => [
  { label: 'Activities', href: paths.activities(district), icon: 'activity', onBar },
  { label: 'Courses', href: paths.completions(district), icon: 'course' },
  { label: 'Pathways', href: paths.enrollments(district), icon: 'pathway', onBar },
  { label: 'Required training', href: paths.training(district), icon: 'completion' },
  { label: 'Goals', href: paths.goals(district), icon: 'goal' },
  { label: 'Badges', href: paths.awards(district), icon: 'badge' },
  { label: 'License renewal', href: paths.renewal(district), icon: 'calendar' },
  { label: 'My record', href: paths.record(district), icon: 'record' },
]
