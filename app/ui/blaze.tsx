/** The painted mark on a tree: you are here. */
export function Blaze() {
  return <span aria-hidden data-mark className="block h-4 w-1.5 shrink-0 rounded-mark bg-blaze" />
}
