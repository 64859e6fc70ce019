import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editSettings } from '~/domain/settings/editing.server'
import { settingsInput } from '~/domain/settings/inputs.server'
import { getSettings } from '~/domain/settings/queries.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { SettingsForm } from './settings-form'
import { YardstickTable } from './yardstick-table'

export const meta: MetaFunction = () => [{ title: 'Settings · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getSettings)
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, settingsInput, async (input) => {
    await member.write(editSettings, input)
    return redirectWithNotice(paths.settings(member.district), 'Saved.')
  })
}

export default function Settings() {
  const { settings, schoolYearStartsOn, canMoveSchoolYear, yardsticks } =
    useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader title="Settings" lead="What holds for the whole district." />
      <Section title="District">
        <SettingsForm
          settings={settings}
          schoolYearStartsOn={schoolYearStartsOn}
          canMoveSchoolYear={canMoveSchoolYear}
        />
      </Section>
      <Section
        title="Yardstick"
        lead="The hours that the district asks of an educator in a school year. Reports measure against the one that held on their day."
        action={
          <ButtonLink href={paths.yardsticks(district)} icon="plus">
            Set another
          </ButtonLink>
        }
      >
        <YardstickTable yardsticks={yardsticks} />
      </Section>
    </>
  )
}
