import { paths } from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { useDistrict } from './district-context'

/** The way up from something in a record: to one's own list, or to the staff from somebody else's. */
export function SubjectTrail(props: { isOwn: boolean; list: { label: string; href: string } }) {
  const { district } = useDistrict()
  const staff = { label: 'Staff', href: paths.staff(district) }
  return <Breadcrumbs items={[props.isOwn ? props.list : staff]} />
}
