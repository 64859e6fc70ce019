import { Notice } from '~/ui/notice'

/** Said on every page about the rules of a state. */
export function NotLegalAdvice() {
  return (
    <Notice title="Cairn helps you plan; your state decides.">
      These rules were put together from public pages and may be incomplete or out of date. This is
      not legal advice: check with your state before you rely on them.
    </Notice>
  )
}
