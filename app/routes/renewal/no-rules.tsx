import { Notice } from '~/ui/notice'

/** Said of a state whose rules do not come with the product. */
export function NoRules({ state }: { state: string }) {
  return (
    <Notice title={`Cairn has no renewal rules for ${state} yet: check with your state.`}>
      Your license is kept with its dates, and you are told when it expires.
    </Notice>
  )
}
