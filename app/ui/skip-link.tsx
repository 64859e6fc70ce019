/** The first stop of the keyboard: over the rail, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-ink px-4 py-3 font-semibold text-page focus:translate-y-0 print:hidden"
    >
      Skip to the page
    </a>
  )
}
