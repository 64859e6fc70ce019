import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { safeReturn } from './paths'

const THEMES = ['light', 'dark', 'system'] as const
const YEAR = 365 * 24 * 60 * 60

/** The theme a person chose in this browser; `system` follows the device. */
export type Theme = (typeof THEMES)[number]

/** What the form with the three themes sends; anything else is no choice. */
export const themeInput = z.object({
  theme: z.enum(THEMES).catch('system'),
  returnTo: z.string().optional().catch(undefined),
})

/** The theme of this browser. */
export async function readTheme(request: Request): Promise<Theme> {
  const value = /(?:^|; *)theme=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1]
  return THEMES.find((theme) => theme === value) ?? 'system'
}

/** Goes back to a page of ours, which from now on has the theme. */
export function redirectWithTheme({ theme, returnTo }: z.output<typeof themeInput>) {
  return redirect(safeReturn(returnTo ?? null), {
    headers: { 'Set-Cookie': `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${YEAR}` },
  })
}
