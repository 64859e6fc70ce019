const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3']

/** Holds the place of lines that are on their way, without moving. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          aria-hidden
          className={`h-4 rounded-control bg-line/70 ${widths[index % widths.length]}`}
        />
      ))}
    </div>
  )
}
