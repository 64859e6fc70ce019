import { newId } from '#db/id'
import { organizations } from '#db/schema'
import type { WriteScope } from '~/domain/scope.server'
import { world } from './world'

/** A school that the world lacks, or a department of one or of the district: no staff, and nothing assigned to it alone. */
export async function openSchool(
  scope: WriteScope,
  given: { name: string; departmentOf?: string },
) {
  const top = world.northside.organization
  const { name, departmentOf } = given
  const id = newId()
  await scope.db.insert(organizations).values({
    id,
    parentId: departmentOf ?? top,
    kind: departmentOf ? 'department' : 'school',
    name,
    sortName: name.toLowerCase(),
    path: departmentOf && departmentOf !== top ? `${top}/${departmentOf}/${id}/` : `${top}/${id}/`,
  })
  return id
}
