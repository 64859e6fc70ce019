import type { ReactNode } from 'react'

/**
 * The end of a form: the primary action first, then the others, then a quiet word ("Draft saved 20:14").
 * On a phone it stays at the bottom of the screen while the form scrolls; three actions stand in one row
 * there, without their icons.
 */
export function FormActions(props: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="sticky bottom-(--bottom-bar) -mx-4 mt-6 flex flex-wrap items-center gap-3 border-t border-line bg-page px-4 py-2 max-md:z-10 md:static md:mx-0 md:border-t-0 md:bg-transparent md:px-0 md:py-0 print:hidden max-md:[&:has(>button:nth-of-type(3))>button>svg]:hidden max-md:*:[button:first-child]:grow">
      {props.children}
      {props.note && (
        <p className="text-sm text-ink-quiet max-md:w-full" role="status">
          {props.note}
        </p>
      )}
    </div>
  )
}
