import { Avatar } from '../avatar'
import { Breadcrumbs } from '../breadcrumbs'
import { Cairn } from '../cairn'
import { Card, CardGrid } from '../card'
import { Day, RelativeDay } from '../day-text'
import { EmptyState } from '../empty-state'
import { ErrorPage } from '../error-page'
import { Facts } from '../facts'
import { Hours } from '../hours-text'
import { Icon, type IconName } from '../icon'
import { iconPaths } from '../icon-paths'
import { Kbd } from '../kbd'
import { ButtonLink, TextLink } from '../link'
import { Logo } from '../logo'
import { Notice } from '../notice'
import { Progress } from '../progress'
import { Section } from '../section'
import { Skeleton } from '../skeleton'
import { Stat, StatRow } from '../stat'
import { Status } from '../status'

const today = '2026-09-27'

export function ShowCairns() {
  return (
    <Section title="The cairn" lead="A path, one stone per step. The next stone is orange.">
      <div className="flex flex-wrap items-end gap-x-12 gap-y-8">
        {[0, 1, 3, 5].map((done) => (
          <Cairn key={done} done={done} total={5} size="large">
            {done === 3 && 'Next: attend the workshop'}
          </Cairn>
        ))}
      </div>
      <div className="mt-8 flex flex-wrap items-end gap-x-10 gap-y-6">
        <Cairn done={0} total={1} />
        <Cairn done={2} total={3} />
        <Cairn done={4} total={9} />
        <Cairn done={11} total={24} size="medium" />
        <Cairn done={7} total={7} size="medium" />
      </div>
    </Section>
  )
}

export function ShowWords() {
  return (
    <>
      <Section title="Statuses and notices">
        <div className="mb-4 flex flex-wrap gap-2">
          <Status>Waiting for Ms. Ortiz</Status>
          <Status tone="next">Waiting for you</Status>
          <Status tone="good">Approved</Status>
          <Status tone="warn">Due in 6 days</Status>
          <Status tone="bad">Denied</Status>
        </div>
        <div className="space-y-3">
          <Notice tone="good" live>
            Sent to Ms. Ortiz. She has until 2 November.
          </Notice>
          <Notice title="The registrar’s file came in last night">
            14 people were added, 3 left. Nothing needs you.
          </Notice>
          <Notice
            tone="warn"
            title="This file is 31 MB; the limit is 25 MB."
            action={<TextLink href="#">Attach a link</TextLink>}
          >
            Nothing else was lost. Save it smaller or attach a link.
          </Notice>
          <Notice tone="bad">The registration closed at noon. Your request was not sent.</Notice>
          <Notice tone="next">Say that you attended “AI in the writing workshop”.</Notice>
        </div>
      </Section>
      <Section title="Cards">
        <CardGrid>
          <Card title="AI literacy for new hires" lead="Assigned because you started in August">
            <Cairn done={3} total={5} size="medium">
              Next: attend the workshop
            </Cairn>
          </Card>
          <Card title="Next for you" tone="next" footer="Asked by Ms. Ortiz, 3 October">
            Add the agenda to “PLC, grade 7”.
          </Card>
          <Card
            title="Hours this year"
            tone="sunken"
            action={
              <TextLink href="#">
                Why <span className="sr-only">this number</span>
              </TextLink>
            }
          >
            <Progress label="Counted" labelHidden value={9} max={15} words="9 of 15 hours" />
          </Card>
        </CardGrid>
      </Section>
      <Section title="Figures">
        <StatRow>
          <Stat
            label="met the yardstick of 15 hours"
            value="64 %"
            trend={{ direction: 'up', words: 'from 58 % a year ago' }}
            href="#"
          />
          <Stat
            label="completed AI literacy"
            value="412"
            unit="of 1,204"
            trend={{ direction: 'up', words: '96 since September' }}
          />
          <Stat
            label="badges current"
            value="1,038"
            trend={{ direction: 'flat', words: 'as last year' }}
            note="27 expire by June."
          />
        </StatRow>
      </Section>
      <Section title="Facts, days, hours">
        <Facts
          columns={2}
          items={[
            { term: 'Held on', value: <Day value="2026-10-03" today={today} /> },
            { term: 'Due', value: <RelativeDay value="2026-10-03" today={today} /> },
            { term: 'Hours', value: <Hours minutes={90} /> },
            { term: 'Evidence', value: <Status tone="good">Signed by the provider</Status> },
            {
              term: 'Provider',
              value: <TextLink href="https://example.org">Boston Writing Project</TextLink>,
            },
            {
              term: 'Person',
              value: (
                <span className="inline-flex items-center gap-2">
                  <Avatar name="Ana María Ruiz" size="small" /> Ana María Ruiz
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Empty, loading, refused">
        <div className="space-y-6">
          <EmptyState
            title="No activities yet"
            icon="activity"
            action={
              <ButtonLink href="#" tone="primary" icon="plus">
                Log an activity
              </ButtonLink>
            }
          >
            What you log here becomes your record: workshops, courses, coaching, reading. It takes
            twenty seconds and four answers.
          </EmptyState>
          <Skeleton lines={4} />
        </div>
        <ErrorPage status={404} />
      </Section>
      <Section title="Small things">
        <div className="flex flex-wrap items-center gap-6">
          <Logo />
          <Logo size="large" />
          <span className="flex items-center gap-2">
            <Avatar name="Ben Okafor" size="large" />
            <Avatar name="Ben Okafor" />
            <Avatar name="Ben Okafor" size="small" />
          </span>
          <span>
            Approve <Kbd>a</Kbd>
          </span>
          <Breadcrumbs
            items={[
              { label: 'Pathways', href: '#1' },
              { label: 'AI', href: '#2' },
            ]}
          />
        </div>
        <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3 text-sm">
          {Object.keys(iconPaths).map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Icon name={name as IconName} size="large" /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
