import { paths } from '~/http/paths'

/** Where the pages about a license or a cycle stand: among one's own, or among those of the district. */
export const renewalTrail = (district: { slug: string }, isOwn: boolean) =>
  isOwn
    ? { label: 'License renewal', href: paths.renewal(district) }
    : { label: 'Licenses', href: paths.managedLicenses(district) }
