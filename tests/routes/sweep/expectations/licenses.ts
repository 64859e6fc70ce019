import { newId } from '#db/id'
import { cycleFacts, licenseImports } from '#db/schema'
import { readLicenseFile } from '~/domain/license-imports/reading.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { judgeByDemandingRules } from '../../../support/rule-sets'
import { asMember } from '../../../support/members'
import type { TestStore } from '../../../support/database'
import { EVERYBODY, LEARNERS } from '../actors'
import type { District, Table } from '../expectation'
import { ADMINISTRATORS, READERS } from './offices'

const LEARNING = { open: LEARNERS, forbidden: ['auditor'] } as const
/** Its educator and an administrator; an auditor sees it, and a principal does not. */
const KEEPERS = { open: ['owner', 'administrator'], forbidden: ['auditor'] } as const

/** Who may see how a renewal stands. */
const SEEN = { open: ['owner', 'administrator', 'auditor'] } as const

const LISTS = ['behind', 'expiring', 'lost', 'sample'].flatMap((list) => [
  `${list}.tsx`,
  `${list}-csv.ts`,
])

/** License renewal. */
export const licenses = (district: District): Table => ({
  'renewal/index.tsx': { loader: LEARNING },
  'renewal/rules/index.tsx': { loader: { open: EVERYBODY } },
  'renewal/rules/show.tsx': {
    parameters: { ruleSet: 'us-ma-2017' },
    loader: { open: EVERYBODY, isOfNobody: true },
  },
  'renewal/sharing.ts': {
    action: { ...LEARNING, isRepeatable: true, form: () => ({ shares: 'on' }) },
  },
  ...own(district),
  ...claims(district),
  ...cycles(district),
  ...office(district),
  ...uses(district),
})

const license = { kind: 'professional', area: 'Chemistry 8–12', expiresOn: '2029-06-30' }

const own = ({ licenses }: District): Table => {
  const parameters = { license: licenses.primary }
  return {
    'renewal/licenses/new.tsx': {
      query: () => ({ state: 'US-MA' }),
      loader: LEARNING,
      action: {
        ...LEARNING,
        isRepeatable: true,
        form: () => ({ ...license, id: newId(), jurisdiction: 'US-MA' }),
      },
    },
    'renewal/licenses/edit.tsx': {
      parameters,
      loader: KEEPERS,
      action: { ...KEEPERS, form: () => ({ ...license, id: licenses.primary, version: '1' }) },
    },
    'renewal/licenses/primary.ts': {
      parameters: { license: licenses.additional },
      action: { ...KEEPERS, form: () => ({}) },
    },
    'renewal/licenses/removal.ts': { parameters, action: { ...KEEPERS, form: () => ({}) } },
  }
}

const claims = ({ activities }: District): Table => {
  const parameters = { kind: 'activity', subject: activities.approved }
  return {
    'renewal/claims/edit.tsx': {
      parameters,
      loader: { open: ['owner'] },
      action: {
        open: ['owner'],
        isRepeatable: true,
        form: () => ({ claims: 'on', topic: 'Accessibility', fits: 'US-MA/pedagogy' }),
      },
    },
    'renewal/claims/preview.ts': { parameters, loader: { open: ['owner'] } },
  }
}

const cycles = (district: District): Table => {
  const parameters = { cycle: district.cycles.open }
  const fact = newId()
  const arrange = (store: TestStore, now: Date) => attest(store, district, fact, now)
  return {
    'renewal/cycles/show.tsx': {
      parameters,
      loader: { open: ['owner', 'administrator', 'auditor'] },
    },
    'renewal/transcript/show.tsx': { parameters, loader: SEEN },
    'renewal/transcript/csv.ts': { parameters, loader: SEEN },
    'renewal/transcript/pdf.ts': { parameters, loader: SEEN },
    'renewal/cycles/edit.tsx': {
      parameters,
      loader: KEEPERS,
      action: {
        ...KEEPERS,
        form: () => ({
          version: '1',
          startsOn: '2023-07-15',
          endsOn: '2028-08-31',
          isEmployed: 'yes',
          fteThousandths: '80',
          leaveThousandths: '0',
        }),
      },
    },
    'renewal/cycles/extension.tsx': {
      parameters,
      loader: KEEPERS,
      action: {
        ...KEEPERS,
        form: () => ({ version: '1', extendedToOn: '2029-06-30', reason: 'Leave' }),
      },
    },
    'renewal/cycles/renewal.tsx': {
      parameters,
      loader: KEEPERS,
      action: { ...KEEPERS, form: () => ({ version: '1', renewedOn: '2026-11-02' }) },
    },
    'renewal/cycles/rules.tsx': {
      parameters,
      loader: KEEPERS,
      action: { ...KEEPERS, form: () => ({ version: '1', ruleSet: newest() }) },
    },
    'renewal/cycles/attestations.tsx': {
      parameters,
      loader: KEEPERS,
      action: {
        ...KEEPERS,
        form: () => ({ code: 'goals_met', heldOn: '2026-06-12', attestedBy: 'Mara Ortiz' }),
      },
      arrange,
    },
    'renewal/cycles/fact-removal.ts': {
      parameters: { ...parameters, fact },
      action: { ...KEEPERS, form: () => ({}) },
      arrange,
    },
  }
}

const office = (district: District): Table => {
  const { ana, rosa } = district
  const id = newId()
  const parameters = { import: id }
  const arrange = async (store: TestStore, now: Date) => {
    const administrator = await asMember(store, rosa, now)
    const rows = [`${ana.email},MA,professional`, 'nobody@northside.example,MA,professional']
    const file = ['email,jurisdiction,kind', ...rows].join('\n')
    const content = JSON.stringify(await readLicenseFile(Buffer.from(file)))
    await administrator.write((scope) =>
      scope.db.insert(licenseImports).values({
        id,
        uploadedById: rosa.id,
        fileName: 'licenses.csv',
        status: 'previewed',
        content,
        createdAt: scope.now,
      }),
    )
  }
  return {
    'manage/licenses/index.tsx': {
      loader: READERS,
    },
    ...Object.fromEntries(
      LISTS.map((list) => [`manage/licenses/lists/${list}`, { loader: READERS }]),
    ),
    'manage/renewal-policy/index.tsx': { loader: ADMINISTRATORS },
    'manage/renewal-policy/change.tsx': {
      query: () => ({ rules: 'us-ma-2017' }),
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({
          intent: 'save',
          version: '0',
          startsOn: '2027-07-01',
          'rules[0].id': 'district_total_1',
          'rules[0].kind': 'total',
          'rules[0].label': '160 PDPs in five years',
          'rules[0].amount': '160',
        }),
      },
    },
    'manage/licenses/new-import.tsx': {
      loader: ADMINISTRATORS,
      action: {
        ...ADMINISTRATORS,
        form: () => ({ file: new File(['email,jurisdiction,kind\nx@y.example,MA,z'], 'a.csv') }),
      },
    },
    'manage/licenses/import.tsx': {
      parameters,
      loader: ADMINISTRATORS,
      action: { ...ADMINISTRATORS, form: () => ({}) },
      arrange,
    },
    'manage/licenses/rejected.ts': { parameters, loader: ADMINISTRATORS, arrange },
  }
}

/** The rules of Massachusetts that come with the product, as the form names them. */
const newest = () => {
  const { id, revision } = shippedRuleSets().findLast((it) => it.jurisdiction === 'US-MA')!
  return `${id}@${revision}`
}

/** The cycle is judged by rules that ask for an attestation, and one is there. */
async function attest(
  store: TestStore,
  { ana, cycles: { open } }: District,
  id: string,
  now: Date,
) {
  const educator = await asMember(store, ana, now)
  await educator.write(async (scope) => {
    await judgeByDemandingRules(scope, open)
    await scope.db.insert(cycleFacts).values({
      id,
      cycleId: open,
      kind: 'attestation',
      code: 'goals_met',
      heldOn: '2025-06-10',
      attestedBy: 'Mara Ortiz',
      recordedById: ana.id,
      createdAt: scope.now,
    })
  })
}

const uses = ({ ana, activities, uses: { payLane } }: District): Table => {
  const parameters = { member: ana.id }
  const hours = { purpose: 'stipend', year: '2026', label: 'Summer stipend' }
  return {
    'renewal/uses/index.tsx': { loader: { open: EVERYBODY } },
    'renewal/uses/of.tsx': { parameters, loader: SEEN },
    'renewal/uses/csv.ts': { parameters, loader: SEEN },
    'renewal/uses/new.tsx': {
      parameters,
      loader: KEEPERS,
      action: {
        ...KEEPERS,
        form: () => ({ ...hours, rows: activities.approved, usedOn: '2026-11-02' }),
      },
    },
    'renewal/uses/taking-back.tsx': {
      parameters: { ...parameters, use: payLane },
      loader: KEEPERS,
      action: { ...KEEPERS, form: () => ({ reason: 'Recorded twice' }) },
    },
  }
}
