import { Form } from '@remix-run/react'
import type { Reader } from '~/domain/comments/asked.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { Section } from '~/ui/section'

/** Who is asked about a version, with a way to take each off. */
export function ReaderList({ pathway, readers }: { pathway: { id: string }; readers: Reader[] }) {
  const { district, timeZone, today } = useDistrict()
  return (
    <Section title="Asked already">
      <ul className="max-w-form divide-y divide-line border-y border-line">
        {readers.map((reader) => (
          <li key={reader.id} className="flex items-center justify-between gap-4 py-2">
            <span>
              {reader.name}{' '}
              <span className="text-ink-quiet">
                since <Day value={dayOf(reader.askedAt, timeZone)} today={today} />
              </span>
            </span>
            <Form method="post" action={paths.pathwayReaderRemoval(district, pathway, reader)}>
              <Button tone="quiet" size="small" aria-label={`Take ${reader.name} off`}>
                Take off
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
