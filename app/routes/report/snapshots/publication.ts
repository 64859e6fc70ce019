import type { ActionFunctionArgs } from '@remix-run/node'
import { Invalid } from '~/domain/errors'
import { publishReport, unpublishReport } from '~/domain/publishing/publishing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.snapshot)
  const there = paths.snapshot(member.district, id)
  const form = await args.request.formData()
  if (form.get('intent') === 'take down') {
    await member.write(unpublishReport, id)
    return redirectWithNotice(there, 'The public page is taken down.')
  }
  try {
    await member.write(publishReport, id)
  } catch (error) {
    if (error instanceof Invalid) return redirectWithNotice(there, error.message, { tone: 'warn' })
    throw error
  }
  return redirectWithNotice(there, 'Everybody can see it now.', {
    link: { href: paths.publicReport(member.district), label: 'Open the public page' },
  })
}
