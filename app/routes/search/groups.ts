import type { Navigation } from '~/domain/navigation.server'
import { FOUND_AT_MOST } from '~/domain/search'
import type { Found } from '~/domain/search.server'
import { paths } from '~/http/paths'
import { formatDay } from '~/ui/day'
import type { NavigationItem } from '~/ui/navigation'

/** One thing that was found, and where it is. */
export type Hit = { key: string; href: string; label: string; note: string | null }
export type Group = {
  title: string
  hits: Hit[]
  /** A list of all of them, where there may be more. */
  more: string | null
}

/** What was found, grouped by kind; kinds without a hit are left out. */
export function groupsOf(
  text: string,
  found: Found,
  pages: NavigationItem[],
  { district, can }: Pick<Navigation, 'district' | 'can'>,
): Group[] {
  const people = found.people.map(({ id, name, email }) => ({
    key: id,
    href: can.seePeople ? paths.person(district, id) : paths.staffMember(district, id),
    label: name,
    note: email,
  }))
  const everybody = `${paths.people(district)}?q=${encodeURIComponent(text)}`
  const groups: Group[] = [
    {
      title: 'People',
      hits: people,
      more: can.seePeople && people.length === FOUND_AT_MOST ? everybody : null,
    },
    { title: 'What you logged', hits: found.activities.map(activityHit), more: null },
    { title: 'Courses', hits: found.courses.map(courseHit), more: null },
    { title: 'Pathways', hits: found.pathways.map(pathwayHit), more: null },
    { title: 'Pages', hits: pagesNamed(text, pages), more: null },
  ]
  return groups.filter(({ hits }) => hits.length > 0)

  function activityHit({ id, title, startedOn }: Found['activities'][number]): Hit {
    const label = title || 'Without a title yet'
    return {
      key: id,
      href: paths.activity(district, id),
      label,
      note: startedOn && formatDay(startedOn),
    }
  }

  function courseHit({ id, title, provider }: Found['courses'][number]): Hit {
    const href = can.learn
      ? `${paths.newCompletion(district)}?course=${id}`
      : paths.completions(district)
    return { key: id, href, label: title, note: provider }
  }

  function pathwayHit({ id, title, enrollmentId }: Found['pathways'][number]): Hit {
    const own = enrollmentId
      ? paths.enrollment(district, enrollmentId)
      : paths.enrollments(district)
    const href = can.seePathways ? paths.managedPathway(district, id) : own
    return { key: id, href, label: title, note: enrollmentId && 'You are on it' }
  }
}

function pagesNamed(text: string, pages: NavigationItem[]): Hit[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return pages
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ label, href }) => ({ key: href, href, label, note: null }))
}
