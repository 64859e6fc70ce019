import {
  CLAIMED_CREDITS,
  COURSE_LEVELS,
  MAX_TOPIC,
  PROOFS,
  type Proof,
  PROVIDER_KINDS,
  type ProviderKind,
} from '~/domain/claims/claim'
import type { ClaimForm } from '~/domain/claims/form.server'
import { hoursTyped } from '~/domain/duration'
import { creditLabel } from '~/domain/rule-sets/credits'
import { CheckboxGroupField, RadioGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { NumberField, SelectField, TextField } from '~/ui/field'

type Part = { category: string; share: number | null }

/** What something is for with regard to license renewal; the fields stand in the form around. */
export function ClaimFields(props: {
  form: ClaimForm
  isSettled?: boolean
  isProofSettled?: boolean
}) {
  const { form, isSettled, isProofSettled } = props
  const { claim, asks, cycles } = form
  const shares = (claim?.shares ?? []).map(({ jurisdiction, category, share }) => ({
    category: `${jurisdiction}/${category}`,
    share,
  }))
  return (
    <div className="space-y-6">
      <input type="hidden" name="claims" value="on" />
      {asks.topic && (
        <TextField
          name="topic"
          label="On which topic?"
          hint="Things on one topic add up. Use the same words for the same topic."
          optional
          maxLength={MAX_TOPIC}
          defaultValue={claim?.topic ?? undefined}
        />
      )}
      {cycles.map((cycle) => (
        <CategoryFields
          key={cycle.id}
          cycle={cycle}
          shares={shares}
          credit={claim?.credit ?? null}
        />
      ))}
      {asks.alignment && (
        <RadioGroupField
          name="aligned"
          label="Is it in line with your approved plan?"
          layout="row"
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          defaultValue={claim?.isAligned == null ? undefined : claim.isAligned ? 'yes' : 'no'}
        />
      )}
      {asks.proof &&
        (isProofSettled ? (
          <SettledProof proof={claim?.proof ?? null} />
        ) : (
          <ProofField proof={claim?.proof ?? null} />
        ))}
      {isSettled ? null : <CreditFields form={form} />}
    </div>
  )
}

function ProofField({ proof }: { proof: string | null }) {
  return (
    <SelectField
      name="proof"
      label="What shows that you learned something?"
      hint="Having been there is not enough for every state."
      optional
      placeholder="What is attached, or nothing yet"
      choices={Object.entries(PROOFS).map(([value, label]) => ({ value, label }))}
      defaultValue={proof ?? undefined}
    />
  )
}

function SettledProof({ proof }: { proof: string | null }) {
  return (
    <p className="max-w-line text-ink-quiet">
      {proof === null
        ? 'Nothing was said to show that you learned something.'
        : `Shown by, as you said: ${PROOFS[proof as Proof] ?? proof}.`}{' '}
      That stays as it was sent. To add proof, take it back while nobody has decided, or ask whoever
      decided to take that back.
    </p>
  )
}

function CategoryFields(props: {
  cycle: ClaimForm['cycles'][number]
  shares: Part[]
  credit: string | null
}) {
  const { cycle, shares, credit } = props
  const mine = new Map(shares.map(({ category, share }) => [category, share]))
  if (cycle.categories.length === 0) return null
  const offset = cycle.firstPart
  return (
    <div className="space-y-3">
      <CheckboxGroupField
        id={`fits-${cycle.id}`}
        name="fits"
        label={`Which categories of ${cycle.state} does it fit?`}
        hint="With several, Cairn places it where it helps you most."
        choices={cycle.categories.map(({ key, label }) => ({ value: key, label }))}
        defaultValue={cycle.categories.flatMap(({ key }) => (mine.has(key) ? [key] : []))}
      />
      <Disclosure
        summary="Split it between categories yourself"
        open={cycle.categories.some(({ key }) => mine.get(key)) || undefined}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          {cycle.categories.map(({ key, label }, at) => (
            <div key={key}>
              <input type="hidden" name={`parts[${offset + at}].category`} value={key} />
              <TextField
                name={`parts[${offset + at}].part`}
                label={`How much for ${label}?`}
                width="short"
                autoComplete="off"
                defaultValue={partTyped(mine.get(key) ?? null, credit)}
              />
            </div>
          ))}
        </div>
        <p className="mt-2 text-sm text-ink-quiet">
          In hours, or in the credit below. What you leave out counts toward the total.
        </p>
      </Disclosure>
    </div>
  )
}

/** The kind of credit and the provider: what whoever approves it has seen. */
function CreditFields({ form: { claim, asks, providerKinds } }: { form: ClaimForm }) {
  return (
    <>
      {asks.provider && (
        <SelectField
          name="providerKind"
          label="Who offered it?"
          hint="Not every provider counts in every state."
          optional
          placeholder="Not said"
          choices={[...providerKinds, 'college', 'other'].map((kind) => ({
            value: kind,
            label: PROVIDER_KINDS[kind as ProviderKind] ?? kind,
          }))}
          defaultValue={claim?.providerKind ?? undefined}
        />
      )}
      <Disclosure
        summary="It brings college credit, CEUs or another credit"
        open={!!claim?.credit || undefined}
      >
        <div className="grid items-end gap-6 sm:grid-cols-3">
          <NumberField
            name="amount"
            label="How many?"
            optional
            defaultValue={
              claim?.amountThousandths ? String(claim.amountThousandths / 1000) : undefined
            }
          />
          <SelectField
            name="credit"
            label="Of what?"
            optional
            placeholder="Clock hours only"
            choices={CLAIMED_CREDITS.map((credit) => ({
              value: credit,
              label: creditLabel(credit),
            }))}
            defaultValue={claim?.credit ?? undefined}
          />
          <SelectField
            name="courseLevel"
            label="Level of the course"
            optional
            placeholder="Not a college course"
            choices={Object.entries(COURSE_LEVELS).map(([value, label]) => ({ value, label }))}
            defaultValue={claim?.courseLevel ?? undefined}
          />
        </div>
      </Disclosure>
    </>
  )
}

function partTyped(share: number | null, credit: string | null) {
  if (share === null) return undefined
  return credit ? String(share / 1000) : hoursTyped(share)
}
