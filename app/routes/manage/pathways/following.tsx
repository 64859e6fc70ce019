import { useLookAgain } from '~/parts/use-look-again'
import { Progress } from '~/ui/progress'

/** How many people under way have been taken to the new version, while it goes on. */
export function Following({ behind, of }: { behind: number; of: number }) {
  useLookAgain()
  const there = Math.max(0, of - behind)
  return (
    <div role="status" className="mb-10 max-w-form">
      <Progress
        label="Taking everybody under way to the new version"
        value={there}
        max={Math.max(of, 1)}
        words={`${there.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} people`}
      />
    </div>
  )
}
