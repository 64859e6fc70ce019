import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addCredit } from '~/cli/credit'
import { Failure } from '~/cli/failure'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'

const EXAMPLE = 'docs/examples/credit/k04-minimum-block.json'
const MASSACHUSETTS = ['evaluate', '--rule-set', 'us-ma-2017']

/** Runs `cairn credit` as a process of its own. */
function runProcess(words: string[], input = '') {
  const { status, stdout, stderr } = spawnSync('bin/cairn', ['credit', ...words], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status, stdout, stderr: stderr.trim() }
}

/** Runs it here: what it prints, and the failure it ends with. */
async function credit(words: string[]) {
  const print = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const program = new Command().exitOverride()
  addCredit(program)
  try {
    await program.parseAsync(['credit', ...words], { from: 'user' })
    return { status: 0, stdout: print.mock.calls.join(''), stderr: '' }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { status: error.exitCode, stdout: print.mock.calls.join(''), stderr: error.message }
  } finally {
    print.mockRestore()
  }
}

const evaluate = (file: unknown, ...words: string[]) =>
  credit([...MASSACHUSETTS, '--input', fileWith(JSON.stringify(file)), ...words])

function fileWith(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-credit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'input.json')
  writeFileSync(path, text)
  return path
}

describe('cairn credit evaluate', () => {
  it('says for people what counts in a file, row by row', async () => {
    const { status, stdout } = await credit([...MASSACHUSETTS, '--input', EXAMPLE])

    expect(status).toBe(0)
    expect(stdout).toContain('Massachusetts Professional license renewal (us-ma-2017, revision')
    expect(stdout).toContain('  short  150 PDPs in five years: 0 of 150\n')
    expect(stdout).toContain(
      '  not_yet         UDL, first steps: 6 of 10 PDPs on UDL. Massachusetts counts a topic from 10 on',
    )
  })

  it('reads standard input, and prints one JSON object with amounts of three decimals at most', async () => {
    const rows = [1, 2, 3].map(() => ({ minutes: 200, topic: 'UDL' }))

    const { status, stdout } = runProcess(
      [...MASSACHUSETTS, '--input', '-', '--json'],
      JSON.stringify({ rows }),
    )

    const printed = JSON.parse(stdout) as { counted: number; rows: { units: number }[] }
    expect(status).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(printed.counted).toBe(10)
    expect(printed.rows.map(({ units }) => units)).toEqual([3.333, 3.333, 3.333])
  })

  it('evaluates at the day of the file, and ends with 0 where something is missing', async () => {
    const file = { cycle: { endsOn: '2026-06-30' }, asOf: '2026-06-30' }

    const { status, stdout } = await evaluate(file, '--json')

    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ met: false, monthsLeft: 0 })
  })

  it('knows no other rule set', async () => {
    const { status, stdout, stderr } = runProcess([
      'evaluate',
      '--rule-set',
      'us-xx',
      '--input',
      EXAMPLE,
      '--json',
    ])

    expect(status).toBe(2)
    expect(stderr).toBe('There is no rule set “us-xx”. See: cairn credit rules')
    expect(JSON.parse(stdout)).toEqual({ error: stderr })
  })

  it('says which file is missing', async () => {
    const { status, stdout, stderr } = await credit([
      ...MASSACHUSETTS,
      '--input',
      '/nowhere/it.json',
    ])

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^\/nowhere\/it\.json could not be read: ENOENT/)
  })

  it('says that a file is not JSON', async () => {
    const path = fileWith('{ "rows": [')

    const { status, stderr } = await credit([...MASSACHUSETTS, '--input', path])

    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^${path} is not JSON: `))
  })

  it('lists every fault of the format with its place', async () => {
    const file = {
      cycle: { endsOn: '2026-02-30', extendedTo: '2027-06-30' },
      rows: [
        { hours: 1 },
        { hours: -1, split: [{ category: 'Content', hours: '3' }], status: 'done' },
        { minutes: 1.5, title: '', amount: 0.0005, proofs: 'product', on: 5, aligned: null },
      ],
    }

    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'cycle, endsOn: write a day as "2026-09-30", not "2026-02-30".',
      'cycle: there is no field “extendedTo”; there are startsOn, endsOn, earnUntil, renewedOn.',
      'row 2, hours: write 0 or more, not -1.',
      'row 2, part 1, category: write the code of a category, such as pedagogy, or content:biology for the license “biology”.',
      'row 2, part 1, hours: write a number without quotation marks, such as 1.5, not "3".',
      'row 2, status: write one of approved, waiting, returned, planned.',
      'row 3, title: it may not be empty.',
      'row 3, on: write a day as "2026-09-30", not 5.',
      'row 3, minutes: write a whole number, such as 90, not 1.5.',
      'row 3, amount: write at most 3 decimals, not 0.0005.',
      'row 3, proofs: write a list in square brackets, not "product".',
      'row 3, aligned: write true or false, not null.',
    ])
  })

  it.each([
    [[], 'the file: write an object in braces, not a list.'],
    [{ licenses: 3 }, 'licenses: write a list in square brackets, not 3.'],
    [
      { rows: [{ hours: 1, credit: 'CEU' }] },
      'row 1, credit: write lowercase letters, digits and single underscores, such as self_study.',
    ],
    [{ rows: [{ hours: 30_000 }] }, 'row 1, hours: write 20000 or less, not 30000.'],
    [{ licenses: Array.from({ length: 51 }, () => ({})) }, 'licenses: list 50 or fewer.'],
    [{ plan: {} }, 'plan, approvedOn: write a day as "2026-09-30".'],
    [
      {
        overlay: { id: 'a', revision: 1, name: 'A', ruleSet: 'us-ma-2017', rules: [{ kind: 'x' }] },
      },
      /^overlay, rule 1, kind: write one of total, minimum, /,
    ],
  ])('says of %j what would be right', async (file, fault) => {
    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr).toMatch(fault)
  })

  it('lists what does not fit together, and where', async () => {
    const file = {
      licenses: [{ id: 'one' }, { id: 'one' }],
      rows: [
        { id: 'a', hours: 1, minutes: 60 },
        { id: 'a', amount: 3 },
        { hours: 1, categories: ['reading'], startsOn: '2026-02-02', endsOn: '2026-02-01' },
        { hours: 1, split: [{ category: 'content', hours: 1.5 }] },
        { hours: 45, credit: 'semester_hour' },
        { amount: 3, credit: 'ceu', split: [{ category: 'content', hours: 1 }] },
        { hours: 1, credit: 'clock_hour' },
      ],
    }

    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'Two licenses have the id “one”.',
      'Two rows have the id “a”.',
      'row 1: say how much it is, either as minutes, as hours, as an amount or as units.',
      'row 2: an amount needs the credit that it is an amount of.',
      'row 3: it ends before it starts.',
      'row 4: its split is more than the whole.',
      'row 5: say how many semester hours it is, as amount.',
      'row 6: divide an amount into amounts.',
      'There is no category “reading” in us-ma-2017; there are content, pedagogy, sei_esl_bilingual, swd_diverse, elective, content:one.',
    ])
  })

  it('lists what the rules do not know, and what there is', async () => {
    const file = {
      licenses: [
        { kind: 'banana', class: 'teacher', primary: true },
        { primary: true, issuedOn: '2024-07-01', expiresOn: '2024-06-30' },
      ],
      cycle: { startsOn: '2024-07-01', endsOn: '2024-06-30', earnUntil: '2024-06-30' },
      educator: {
        facts: ['rich'],
        metOnce: ['pedagogy'],
        attestations: [{ code: 'present' }],
      },
      rows: [
        { hours: 1, categories: ['content:biology', 'content:license-2'] },
        { amount: 1, credit: 'banana', level: 'high' },
      ],
    }

    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'licenses: only one can be the primary one, and 1 and 2 say that they are.',
      'license 2: it expires before it was issued.',
      'cycle: it ends before it starts.',
      'cycle, earnUntil: it lies before the cycle starts.',
      'There is no kind of license “banana” in us-ma-2017; there are professional, initial, provisional.',
      'There is no class of license “teacher” in us-ma-2017; there are none.',
      'There is no fact “rich” in us-ma-2017; there are none.',
      'There is no one-time category “pedagogy” in us-ma-2017; there are none.',
      'There is no attestation “present” in us-ma-2017; there are none.',
      'There is no category “content:biology” in us-ma-2017; there are content, pedagogy, sei_esl_bilingual, swd_diverse, elective, content:license-2.',
      expect.stringMatching(/^There is no credit “banana” in us-ma-2017; there are clock_hour, /),
      expect.stringMatching(
        /^There is no level of a course “high” in us-ma-2017; there are graduate, /,
      ),
    ])
  })

  it('takes what the rules or the district know', async () => {
    const colorado = {
      licenses: [{ kind: 'professional', class: 'teacher', endorsements: ['science'] }],
      educator: { metOnce: ['cld_ell'], attestations: [{ code: 'ethics' }] },
      overlay: {
        id: 'policy',
        revision: 1,
        name: 'Policy',
        ruleSet: 'us-co-2021',
        categories: [{ code: 'technology', label: 'Technology', dimension: 'district' }],
        rules: [
          {
            id: 'ethics',
            kind: 'attestation',
            label: 'Ethics',
            code: 'ethics',
            per: 'cycle',
            confidence: 'verified',
            sources: ['Board policy'],
          },
        ],
      },
      rows: [{ hours: 1, categories: ['technology'] }],
    }
    const input = fileWith(JSON.stringify(colorado))

    const { status } = await credit(['evaluate', '--rule-set', 'us-co-2021', '--input', input])

    expect(status).toBe(0)
  })

  it('refuses what a district may not add', async () => {
    const overlay = {
      id: 'policy',
      revision: 1,
      name: 'Policy',
      ruleSet: 'us-ma-2017',
      rules: [
        {
          id: 'easier',
          kind: 'total',
          label: 'Only 100',
          amount: 100,
          confidence: 'verified',
          sources: ['Board policy'],
        },
      ],
    }

    const { status, stderr } = await evaluate({ overlay })

    expect(status).toBe(2)
    expect(stderr).toBe('“Only 100” may not be lower than the 150 that the state asks for.')
  })

  it('cannot do without a rule set or a file', async () => {
    expect(runProcess(['evaluate', '--input', EXAMPLE]).status).toBe(2)
    expect(runProcess(MASSACHUSETTS).status).toBe(2)
  })
})

describe('cairn credit rules', () => {
  it('lists every rule set with what it is for', async () => {
    const { status, stdout } = await credit(['rules', '--json'])

    const { ruleSets } = JSON.parse(stdout) as { ruleSets: object[] }
    expect(status).toBe(0)
    expect(ruleSets).toHaveLength(shippedRuleSets().length)
    expect(ruleSets).toContainEqual(
      expect.objectContaining({
        id: 'us-nc-2019',
        jurisdiction: 'US-NC',
        unit: 'CEU',
        effective: { keyedOn: 'expiry', from: '2019-06-30', to: '2024-06-29' },
        previous: null,
        confidence: 'secondary',
      }),
    )
  })

  it('lists them for people, one a line', async () => {
    const { stdout } = await credit(['rules'])

    expect(stdout.trim().split('\n')).toHaveLength(shippedRuleSets().length)
    expect(stdout).toMatch(/^us-nc-2019 +\d+ +2019-06-30\.\.2024-06-29 by expiry /m)
  })
})

describe('cairn credit select', () => {
  const inNorthCarolina = (...words: string[]) =>
    credit(['select', '--jurisdiction', 'US-NC', ...words])

  it.each([
    ['2024-06-29', 'us-nc-2019'],
    ['2024-06-30', 'us-nc-2024'],
  ])('names for a license that expires on %s the rules %s', async (day, id) => {
    const { status, stdout } = await inNorthCarolina('--expires', day, '--json')

    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ruleSet: id, jurisdiction: 'US-NC' })
  })

  it('names the version in force where no day is known', async () => {
    expect((await inNorthCarolina()).stdout).toMatch(/^us-nc-2024 \(revision \d+\): North Carolina/)
  })

  it.each(['continuing_professional', 'lifetime'])('knows the kind %s', async (kind) => {
    expect((await inNorthCarolina('--kind', kind)).status).toBe(0)
  })

  it('knows no other kind, and says which there are', async () => {
    const { status, stderr } = await inNorthCarolina('--kind', 'banana')

    expect(status).toBe(2)
    expect(stderr).toBe(
      'There is no kind of license “banana” in US-NC; there are continuing_professional, lifetime.',
    )
  })

  it('ends with 1 where no rules apply', async () => {
    const before = await inNorthCarolina('--expires', '2019-06-29')
    const elsewhere = runProcess(['select', '--jurisdiction', 'US-NV', '--json'])

    expect(before.status).toBe(1)
    expect(before.stderr).toBe('No rules of North Carolina apply to that license.')
    expect(elsewhere.status).toBe(1)
    expect(JSON.parse(elsewhere.stdout)).toEqual({
      error: 'No rules of Nevada apply to that license.',
    })
  })

  it.each(['2024-02-30', '30.06.2024', 'soon'])('takes no %s for a day', async (day) => {
    const { status, stderr } = await inNorthCarolina('--expires', day)

    expect(status).toBe(2)
    expect(stderr).toBe(`--expires takes a day as YYYY-MM-DD, and “${day}” is none.`)
  })

  it('takes no other word for a jurisdiction', async () => {
    const { status, stderr } = await credit(['select', '--jurisdiction', 'NC'])

    expect(status).toBe(2)
    expect(stderr).toBe(
      'There is no jurisdiction “NC”. Write it as ISO 3166-2 does, such as US-NC.',
    )
  })
})
