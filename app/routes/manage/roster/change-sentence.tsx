import type { Change } from '~/domain/roster/outcome'
import { ROLES } from '~/domain/staff/staff'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'

/** One change as a sentence. */
export function ChangeSentence({ change }: { change: Change }) {
  return (
    <>
      <span className="font-semibold">{change.name}</span> <Predicate change={change} />
    </>
  )
}

function Predicate({ change }: { change: Change }) {
  const { today } = useDistrict()
  switch (change.kind) {
    case 'joins':
      return (
        <>
          joins {change.organization} as {roleOf(change)} from{' '}
          <Day value={change.on} today={today} short />
        </>
      )
    case 'ends':
      return (
        <>
          is no longer {roleOf(change)} at {change.organization} after{' '}
          <Day value={change.on} today={today} short />
        </>
      )
    case 'dates':
      return (
        <>
          stays {roleOf(change)} at {change.organization} from{' '}
          <Day value={change.startedOn} today={today} />
          {change.endedOn ? (
            <>
              {' '}
              until <Day value={change.endedOn} today={today} />
            </>
          ) : (
            ', without an end'
          )}
        </>
      )
    case 'renamed':
      return <>was {change.from} before</>
    case 'email':
      return (
        <>
          has the address {change.to}
          {change.from && <>, before {change.from}</>}
        </>
      )
    case 'teaches':
      return (
        <>
          {[
            change.begins.length > 0 && `now teaches ${LIST.format(change.begins)}`,
            change.ends.length > 0 && `no longer teaches ${LIST.format(change.ends)}`,
          ]
            .filter(Boolean)
            .join(' and ')}
        </>
      )
    case 'organization_edited':
      return <>{change.from ? `was ${change.from} before` : 'is described otherwise'}</>
    case 'organization_moved':
      return <>comes under {change.under}</>
    default:
      return <>{PREDICATES[change.kind]}</>
  }
}

const LIST = new Intl.ListFormat('en-US')

const PREDICATES = {
  added: 'is added and works nowhere yet',
  identified: 'has another number in the roster',
  organization_added: 'is added',
  organization_closed: 'closes',
  organization_reopened: 'opens again',
}

const roleOf = ({ role }: { role: keyof typeof ROLES }) => ROLES[role].toLowerCase()
