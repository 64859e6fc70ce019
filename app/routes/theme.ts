import type { ActionFunctionArgs } from '@remix-run/node'
import { submit } from '~/http/form.server'
import { redirectWithTheme, themeInput } from '~/http/theme.server'

/** Light, dark or as the device has it, for this browser; strangers may choose too. */
export async function action({ request }: ActionFunctionArgs) {
  return submit(request, themeInput, async (chosen) => redirectWithTheme(chosen))
}
