import { paths } from '~/http/paths'

type Whose = { id: string; name: string; isOwn: boolean }

/** The page that says where a member's hours were used: one's own has an address without a name. */
export const usesPath = (district: { slug: string }, member: Whose) =>
  member.isOwn ? paths.uses(district) : paths.usesOf(district, member)

/** The way back to it. */
export const usesTrail = (district: { slug: string }, member: Whose) => ({
  label: member.isOwn ? 'Where hours were used' : `Hours of ${member.name}`,
  href: usesPath(district, member),
})
