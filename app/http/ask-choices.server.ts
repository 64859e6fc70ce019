import { listAchievements } from '~/domain/badges/catalog.server'
import { listCourses } from '~/domain/courses/queries.server'
import { listPublished } from '~/domain/pathways/queries.server'
import type { Member } from './member.server'

/** What a step can ask for: the catalog, and the other pathways that are published. */
export async function choicesFor(member: Pick<Member, 'read'>, pathwayId: string) {
  const [courses, achievements, pathways] = await Promise.all([
    member.read(listCourses),
    member.read(listAchievements),
    member.read(listPublished),
  ])
  return { courses, achievements, pathways: pathways.filter(({ id }) => id !== pathwayId) }
}
