import type { ActionFunctionArgs } from '@remix-run/node'
import { removeEvidence } from '~/domain/evidence/commands.server'
import { getEvidence } from '~/domain/evidence/queries.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { press } from '~/http/press.server'

/** Removing evidence from something that can still be changed. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const { district } = member
  const id = idOf(args.params.evidence)
  const evidence = await member.read(getEvidence, id)
  return press(pageOf(district, evidence), async () => {
    const removed = await member.write(removeEvidence, id)
    if (removed.kind === 'file') await args.context.files.remove(district.id, id)
    return { text: 'Evidence removed.' }
  })
}

type Shown = Awaited<ReturnType<typeof getEvidence>>

/** The page where the evidence stood. */
function pageOf(district: { slug: string }, evidence: Shown) {
  const { activityId, completionId, awardId, goalId, enrollmentId } = evidence
  if (activityId) return paths.editActivity(district, activityId)
  if (completionId) return paths.editCompletion(district, completionId)
  if (awardId) return paths.editAward(district, awardId)
  return goalId ? paths.goal(district, goalId) : paths.enrollment(district, enrollmentId!)
}
