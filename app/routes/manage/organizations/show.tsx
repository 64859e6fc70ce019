import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editOrganization } from '~/domain/organizations/editing.server'
import { organizationInput } from '~/domain/organizations/inputs.server'
import {
  GRADE_BAND_NAMES,
  ORGANIZATION_KINDS,
  POVERTY_BAND_NAMES,
} from '~/domain/organizations/organization'
import { getOrganization } from '~/domain/organizations/queries.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Facts } from '~/ui/facts'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { OrganizationForm } from './organization-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Organization'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getOrganization, idOf(args.params.organization))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.organization)
  return submit(args.request, organizationInput, async (input) => {
    await member.write(editOrganization, id, input)
    return redirectWithNotice(paths.organization(member.district, id), 'Saved.')
  })
}

export default function Organization() {
  const organization = useLoaderData<typeof loader>()
  const { id, name, kind, parent, gradeBand, povertyBand, staff, can } = organization
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'People', href: paths.people(district) },
              { label: 'Schools and departments', href: paths.organizations(district) },
            ]}
          />
        }
        title={name}
      >
        <TextLink href={`${paths.people(district)}?organization=${id}`}>
          {counted(staff, 'person works', 'people work')} here
        </TextLink>
      </PageHeader>
      <Section title="About">
        <Facts
          items={[
            { term: 'Kind', value: ORGANIZATION_KINDS[kind] },
            ...(parent
              ? [
                  {
                    term: 'Belongs to',
                    value: (
                      <TextLink href={paths.organization(district, parent)}>{parent.name}</TextLink>
                    ),
                  },
                ]
              : []),
            { term: 'Grade band', value: gradeBand ? GRADE_BAND_NAMES[gradeBand] : 'Not said' },
            ...(kind === 'school'
              ? [
                  {
                    term: 'Poverty band',
                    value: povertyBand ? POVERTY_BAND_NAMES[povertyBand] : 'Not said',
                  },
                ]
              : []),
            ...(organization.identifier
              ? [{ term: 'Number', value: organization.identifier }]
              : []),
            {
              term: 'Comes from',
              value: organization.sourceId
                ? `The roster, as ${organization.sourceId}`
                : 'Setting up',
            },
          ]}
        />
      </Section>
      {can.edit && <OrganizationForm organization={organization} />}
    </>
  )
}
