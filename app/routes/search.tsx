import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { navigationOf } from '~/domain/navigation.server'
import { search } from '~/domain/search.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { places } from '~/parts/places'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { groupsOf } from './search/groups'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.text ? `“${data.text}” · ` : ''}Search · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const text = queryOf(args.request).text('q') ?? ''
  const [found, navigation] = await Promise.all([
    member.read(search, text),
    member.read(navigationOf),
  ])
  const { can, district } = navigation
  const pages = places(navigation).flatMap(({ items }) => items)
  return { text, groups: groupsOf(text, found, pages, { district, can }) }
}

export default function Search() {
  const { text, groups } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={text ? `Found for “${text}”` : 'Search'} />
      <Form method="get" className="mb-8 flex max-w-form flex-wrap items-end gap-3">
        <TextField
          key={text}
          name="q"
          label="Look for"
          type="search"
          defaultValue={text}
          width="medium"
        />
        <Button type="submit" icon="search">
          Search
        </Button>
      </Form>
      {groups.length === 0 && (
        <EmptyState title={text ? 'Nothing found' : 'What are you looking for?'} icon="search">
          A part of a word is enough: the name of a person you may see, the title of something you
          logged, a course, a pathway, or a page.
        </EmptyState>
      )}
      {groups.map(({ title, hits, more }) => (
        <Section key={title} title={title}>
          <ul className="divide-y divide-line border-y border-line">
            {hits.map(({ key, href, label, note }) => (
              <li key={key} className="py-2">
                <TextLink href={href} strong>
                  {label}
                </TextLink>
                {note && <span className="ml-3 text-sm text-ink-quiet">{note}</span>}
              </li>
            ))}
          </ul>
          {more && (
            <p className="mt-3">
              <TextLink href={more}>Show all</TextLink>
            </p>
          )}
        </Section>
      ))}
    </>
  )
}
