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
      cycle: { endsOn: '2026-02-30' },
      rows: [{ hours: 1 }, { hours: -1, topik: 'UDL' }],
    }

    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr.split('\n').map((line) => line.split(': ')[0])).toEqual([
      'cycle.endsOn',
      'rows.1.hours',
      'rows.1',
    ])
  })

  it('lists what does not fit together, and where', async () => {
    const file = {
      licenses: [{ id: 'one' }, { id: 'one' }],
      rows: [
        { id: 'a', hours: 1, minutes: 60 },
        { id: 'a', amount: 3 },
        { hours: 1, categories: ['reading'], startsOn: '2026-02-02', endsOn: '2026-02-01' },
        { hours: 1, split: [{ category: 'content', hours: 1.5 }] },
      ],
    }

    const { status, stderr } = await evaluate(file)

    expect(status).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'Two licenses have the id “one”.',
      'Two rows have the id “a”.',
      'rows.0: say how much it is, either as minutes, as hours, as an amount or as units.',
      'rows.1: an amount needs the credit that it is an amount of.',
      'rows.2: it ends before it starts.',
      'rows.3: its split is more than the whole.',
      'There is no category “reading” in us-ma-2017; there are content, pedagogy, sei_esl_bilingual, swd_diverse, elective.',
    ])
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
