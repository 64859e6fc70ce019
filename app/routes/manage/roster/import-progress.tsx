import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { TextLink } from '~/ui/link'
import { Progress } from '~/ui/progress'

const SECOND = 1000

/** How far an import has come. It looks again every second; without JavaScript the page loads anew. */
export function ImportProgress(props: {
  isReading: boolean
  done: number
  total: number
  href: string
}) {
  const { isReading, done, total } = props
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = window.setInterval(revalidate, SECOND)
    return () => window.clearInterval(timer)
  }, [revalidate])

  return (
    <div className="max-w-line space-y-4">
      {isReading ? (
        <Progress
          label="Reading the file"
          value={done}
          max={total}
          words={
            total > 0
              ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`
              : 'Opening it'
          }
        />
      ) : (
        <p role="status">Applying the roster. All of it is applied, or nothing.</p>
      )}
      <p className="text-ink-quiet">
        You can leave this page; the work goes on. <TextLink href={props.href}>Look again</TextLink>
      </p>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  )
}
