import type { ActionFunctionArgs } from '@remix-run/node'
import { decideAdministratorRole } from '~/domain/roster/import-applying.server'
import { administratorRoleInput } from '~/domain/roster/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

/** What the administrators of a OneRoster 1.1 file are in this district. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const importId = idOf(args.params.import)
  return submit(args.request, administratorRoleInput, async ({ administratorRole }) => {
    await member.write(decideAdministratorRole, importId, administratorRole)
    return redirectWithNotice(
      paths.rosterImport(member.district, importId),
      'Remembered. The preview is up to date.',
    )
  })
}
