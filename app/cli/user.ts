import { type Command, Option } from 'commander'
import type { Store } from '#db/client.server'
import { isId, newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { affiliations, districts, members, organizations } from '#db/schema'
import type { Role } from '#db/words'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { isEmail, normalizeEmail } from '~/domain/mail/address'
import { startAffiliation } from '~/domain/members/affiliating.server'
import { addMember } from '~/domain/members/editing.server'
import { findAccount } from '~/domain/people/accounts.server'
import { holdsOn } from '~/domain/people/actor.server'
import { inviteMember } from '~/domain/people/invitations.server'
import { createResetLink } from '~/domain/people/resets.server'
import { type WriteScope, writeScopeOf } from '~/domain/scope.server'
import { ROLE_NAMES } from '~/domain/staff/staff'
import { OPERATOR, withStore } from './database'
import { Failure } from './failure'
import { print, printJson } from './print'

type Invite = {
  email: string
  role: Role
  organization: string
  district?: string
  givenName?: string
  familyName?: string
  json?: boolean
}

/** `cairn user`: links to join and to choose a new password. */
export function addUser(program: Command) {
  const user = program.command('user').description('Invite people, and help them back in.')
  user
    .command('invite')
    .description('Add a person if need be, and print the link with which they join.')
    .requiredOption('--email <address>', 'where they are invited')
    .addOption(
      new Option('--role <role>', 'what they are there').choices(ROLE_NAMES).makeOptionMandatory(),
    )
    .requiredOption('--organization <id>', 'the id or the sourcedId of the organization')
    .option('--district <slug>', 'where two districts have the same sourcedId')
    .option('--given-name <name>', 'for somebody new; read from the address when absent')
    .option('--family-name <name>', 'likewise')
    .option('--json', 'print one JSON object')
    .action(invite)
  user
    .command('reset')
    .description('Print a link with which a person chooses a new password.')
    .requiredOption('--email <address>', 'with which they sign in')
    .option('--json', 'print one JSON object')
    .action(reset)
}

async function invite(options: Invite) {
  const email = normalizeEmail(options.email)
  if (!isEmail(email)) throw new Failure(`“${options.email}” is not an address.`)
  const link = await withStore(async (store, { origin }) => {
    const { district, organizationId } = await findPlace(store, options)
    return store
      .write(async (tx) => {
        const scope = writeScopeOf(tx, district, OPERATOR, new Date())
        const memberId = await findOrAdd(scope, { ...options, email }, organizationId, origin)
        return inviteMember(scope, memberId, origin)
      })
      .catch(explain)
  })
  if (options.json) printJson({ email, link })
  else print(link)
}

async function reset(options: { email: string; json?: boolean }) {
  const link = await withStore((store, { origin }) =>
    store.write(async (tx) => {
      const account = await findAccount(tx, options.email)
      if (!account) throw new Failure(`Nobody signs in with ${options.email}.`)
      const email = normalizeEmail(options.email)
      return createResetLink(tx, account.userId, { email, origin, now: new Date() })
    }),
  )
  if (options.json) printJson({ email: options.email, link })
  else print(link)
}

async function findPlace(store: Store, { organization, district }: Invite) {
  const found = await store.read
    .select({ district: districts, organizationId: organizations.id })
    .from(organizations)
    .innerJoin(districts, eq(districts.id, organizations.districtId))
    .where(
      and(
        isId(organization)
          ? eq(organizations.id, organization)
          : eq(organizations.sourceId, organization),
        district ? eq(districts.slug, district) : undefined,
      ),
    )
  const [place, second] = found
  if (!place) throw new Failure(`There is no organization “${organization}”.`)
  if (second) throw new Failure('Two districts have such an organization. Say which: --district.')
  return place
}

async function findOrAdd(
  scope: WriteScope,
  { email, role, ...given }: Invite,
  organizationId: string,
  origin: string,
) {
  const place = { organizationId, role, startedOn: scope.today }
  const [known] = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.email, email))
  if (known) {
    const isThere = and(
      eq(affiliations.memberId, known.id),
      eq(affiliations.organizationId, organizationId),
      eq(affiliations.role, role),
      holdsOn(scope.today),
    )
    if ((await scope.db.count(affiliations, isThere)) === 0) {
      await startAffiliation(scope, known.id, { id: newId(), ...place })
    }
    return known.id
  }
  const id = newId()
  await addMember(scope, { id, email, ...namesOf(email, given), ...place, invite: false }, origin)
  return id
}

/** `ana.maria.alvarez@…` is Ana Maria Alvarez until somebody knows better. */
function namesOf(email: string, { givenName, familyName }: Partial<Invite>) {
  const words = email
    .split('@')[0]!
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
  return {
    givenName: givenName ?? (words.slice(0, -1).join(' ') || words[0]!),
    familyName: familyName ?? (words.length > 1 ? words.at(-1)! : ''),
  }
}

function explain(error: unknown): never {
  if (error instanceof Invalid || error instanceof NotFound || error instanceof Forbidden) {
    throw new Failure(error.message, 1)
  }
  throw error
}
