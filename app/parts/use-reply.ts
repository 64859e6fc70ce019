import { useActionData } from '@remix-run/react'
import type { Reply } from '~/ui/form-reply'

/**
 * What the form on this page begins with beside what is stored: the refusal of what was just sent, or
 * what was typed before a session ended.
 */
export function useReply(kept: { values: Record<string, unknown> } | null = null): Reply | null {
  const refused = useActionData<Reply>()
  return refused ?? (kept && { initialValue: kept.values })
}
