import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCatalogAchievements } from '~/domain/badges/catalog.server'
import { retireAchievement, saveAchievement } from '~/domain/badges/catalog-commands.server'
import { achievementInput } from '~/domain/badges/catalog-inputs.server'
import { retirementInput } from '~/domain/courses/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { BadgeForm } from './badge-form'
import { CatalogHeader } from './catalog-header'
import { CatalogList } from './catalog-list'
import { catalogFilterOf } from './catalog-filter.server'

export const meta: MetaFunction = () => [{ title: 'Catalog of badges · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = catalogFilterOf(args.request)
  const badges = await member.read(listCatalogAchievements, filter)
  const editedId = queryOf(args.request).id('edit')
  return { badges, filter, edited: badges.rows.find(({ id }) => id === editedId) ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const form = await args.request.formData()
  const page = paths.badgeCatalog(member.district)
  if (form.get('intent') === 'retire') {
    return submit(form, retirementInput, async ({ id }) => {
      const { title } = await member.write(retireAchievement, id)
      return redirectWithNotice(page, `“${title}” is no longer in the catalog.`)
    })
  }
  return submit(form, achievementInput, async (input) => {
    await member.write(saveAchievement, input)
    return redirectWithNotice(page, `“${input.title}” is in the catalog.`)
  })
}

export default function BadgeCatalog() {
  const { badges, filter, edited } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <CatalogHeader current="badges" />
      <FormReply reply={reply}>
        <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <CatalogList
            what={{ one: 'badge', many: 'badges' }}
            page={badges}
            filter={filter}
            details={[{ key: 'issuer', head: 'Issued by', cell: ({ issuer }) => issuer }]}
            teaching="What is in the catalog can be a step of a pathway. A badge counts once a person has verified it."
          />
          <BadgeForm key={edited?.id ?? 'new'} badge={edited} />
        </div>
      </FormReply>
    </>
  )
}
