import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isDay } from '~/domain/calendar'
import { listSchoolTrainings } from '~/domain/mandates/school.server'
import { listReadinessPeople } from '~/domain/readiness/people.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import { PEOPLE_STATES, type PeopleState } from '~/domain/readiness/readiness'
import { readinessRules } from '~/domain/readiness/rules'
import { readinessTrend } from '~/domain/readiness/trend.server'
import { licenseHealthOf } from '~/domain/renewal-lists/health.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { WhyDisclosure } from '~/parts/why'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { LicenseHealthPanel } from './license-health'
import { PathwayLine } from './pathway-line'
import { PeopleSection } from './people-section'
import { ReadinessControls } from './readiness-controls'
import { TrainingPanel } from './training-panel'
import { TrendSection } from './trend-section'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Readiness${data ? ` of ${data.readiness.organization.name}` : ''} · Cairn` },
]

const STATES = Object.keys(PEOPLE_STATES) as PeopleState[]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const given = query.text('asOf')
  const readiness = await member.read(getReadiness, {
    organizationId: query.id('organization'),
    asOf: given && isDay(given) ? given : undefined,
  })
  const pathwayId = query.id('pathway')
  const people =
    pathwayId && readiness.can.seePeople
      ? await member.read(listReadinessPeople, {
          organizationId: readiness.organization.id,
          pathwayId,
          state: query.oneOf('state', STATES) ?? 'assigned',
          isNew: query.oneOf('hired', ['after']) !== undefined,
          asOf: readiness.asOf,
          page: query.page(),
        })
      : null
  const trend = pathwayId
    ? await member.read(readinessTrend, {
        organizationId: readiness.organization.id,
        pathwayId,
        asOf: readiness.asOf,
      })
    : null
  const health = await member.read(licenseHealthOf, readiness.organization.id)
  const trainings = await member.read(listSchoolTrainings, readiness.organization.id)
  return { readiness, people, trend, health, trainings }
}

export default function Readiness() {
  const { readiness, people, trend, health, trainings } = useLoaderData<typeof loader>()
  const { organization, pathways, can } = readiness
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        title="Readiness"
        lead={`${organization.name}: of the active staff each pathway is for, how many have it, have begun, have completed it, and are current.`}
        action={
          can.seePeople && (
            <ButtonLink href={paths.support(district)} icon="people">
              Who a hand would help
            </ButtonLink>
          )
        }
      />
      <ReadinessControls readiness={readiness} />
      {pathways.length === 0 ? (
        <EmptyState title="No pathway is assigned here" icon="readiness">
          When the district assigns a pathway to staff of {organization.name}, one line for it
          stands here: four counts, and what would help most.
        </EmptyState>
      ) : (
        <>
          <ul className="border-t border-line">
            {pathways.map((row) => (
              <PathwayLine key={row.id} row={row} seesPeople={can.seePeople} />
            ))}
          </ul>
          <WhyDisclosure {...readinessRules(readiness)} />
        </>
      )}
      {trend && <TrendSection trend={trend} />}
      {people && <PeopleSection found={people} />}
      {trainings.length > 0 && (
        <div className="mt-12">
          <TrainingPanel trainings={trainings} />
        </div>
      )}
      {health && (
        <div className="mt-12">
          <LicenseHealthPanel health={health} organizationId={organization.id} />
        </div>
      )}
    </>
  )
}
