import { audienceInWords, type Names } from '~/domain/audiences/words'
import { cadenceInWords } from '~/domain/mandates/mandate'
import { proofInWords } from '~/domain/mandates/proof'
import type { Mandate } from '~/domain/mandates/queries.server'
import { STATES } from '~/domain/people/states'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { formatDay } from '~/ui/day'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'

/** What a training is, whom it is for and when it is due, in words. */
export function MandateFacts({ mandate, names }: { mandate: Mandate; names: Names }) {
  const { today } = useDistrict()
  const { description, jurisdiction, law, retentionYears, switchedOn, graceDays, windowDays } =
    mandate
  return (
    <div className="mb-12 space-y-4">
      {description && <p className="max-w-line">{description}</p>}
      <Facts
        columns={2}
        items={[
          {
            term: 'For',
            value: (
              <span className="inline-block first-letter:uppercase">
                {audienceInWords(mandate.audience, names, (day) => formatDay(day, today))}
              </span>
            ),
          },
          { term: 'When', value: cadenceInWords(mandate) },
          {
            term: 'What counts',
            value:
              windowDays === null
                ? 'Everything done since the last time'
                : `What was done in the ${windowDays} days before it is due, or after`,
          },
          { term: 'Proof needed', value: proofInWords(mandate.proof) },
          {
            term: 'Overdue',
            value:
              graceDays === 0
                ? 'From the day after it is due'
                : `After ${counted(graceDays, 'day', 'days')} of grace`,
          },
          {
            term: 'Required by',
            value:
              [jurisdiction && (STATES[jurisdiction.slice(3)] ?? jurisdiction), law]
                .filter(Boolean)
                .join(', ') || 'The district',
          },
          {
            term: 'Proof kept',
            value:
              retentionYears === null
                ? 'As the district’s schedule says'
                : `At least ${counted(retentionYears, 'year', 'years')}`,
          },
          {
            term: 'Asked for from',
            value: <Day value={mandate.startsOn} today={today} />,
          },
          {
            term: switchedOn ? 'Switched on' : 'Prepared',
            value: (
              <>
                <Day value={switchedOn ?? mandate.createdOn ?? today} today={today} />
                {!switchedOn && ` by ${mandate.by}`}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
