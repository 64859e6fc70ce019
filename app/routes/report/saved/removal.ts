import type { ActionFunctionArgs } from '@remix-run/node'
import { removeSavedReport } from '~/domain/reports/saved.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  await member.write(removeSavedReport, idOf(args.params.saved))
  return redirectWithNotice(paths.savedReports(member.district), 'It is no longer saved.')
}
