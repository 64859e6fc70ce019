import { type Command, InvalidArgumentError, Option } from 'commander'
import { EDUCATORS_A_SCHOOL, type Size, SIZES } from '#db/seed/generated/sizes'
import { commandEnvironment } from './database'
import { type Asked, type Generated, generate, GENERATED_PASSWORD } from './generate'
import { print, printJson } from './print'
import { lineOf } from './generate-progress'

type Options = Partial<Size> &
  Omit<Asked, keyof Size> & { size: keyof typeof SIZES; json?: boolean }

const PEOPLE_SHOWN = 3
const EVERY_MS = 5000

/** `cairn generate`: a database of any size, to try the product on. */
export function addGenerate(program: Command) {
  program
    .command('generate')
    .description(
      'Fill an empty database with invented districts of a size, and five years of their record, to try Cairn on. Never for a district that means to work with it.',
    )
    .addOption(
      new Option('--size <name>', 'how large').choices(Object.keys(SIZES)).default('boston'),
    )
    .option('--districts <n>', 'another number of districts', wholeNumber)
    .option('--educators <n>', 'of educators in all of them', wholeNumber)
    .option(
      '--schools <n>',
      `of schools in all of them; one for ${EDUCATORS_A_SCHOOL} educators when only those are given`,
      wholeNumber,
    )
    .option('--years <n>', 'of history', wholeNumber, 5)
    .option('--seed <n>', 'the same seed makes the same districts', wholeNumber, 1)
    .option('--json', 'print one JSON object')
    .action(run)
}

async function run({ json, size, ...given }: Options) {
  const { databaseUrl } = commandEnvironment()
  const stop = () => {
    process.stderr.write(`\nStopped halfway: ${databaseUrl} cannot be used. Throw it away.\n`)
    process.exit(2)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const asked = { ...sized(size, given), years: given.years, seed: given.seed }
    const generated = await generate(databaseUrl, asked, teller())
    if (json) printJson(generated)
    else printGenerated(generated)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

function sized(size: keyof typeof SIZES, given: Partial<Size>): Size {
  const { districts, educators, schools } = { ...SIZES[size], ...given }
  if (given.educators === undefined || given.schools !== undefined) {
    return { districts, educators, schools }
  }
  const usual = Math.ceil(educators / EDUCATORS_A_SCHOOL)
  return { districts, educators, schools: Math.max(districts, usual) }
}

/** Writes a line to standard error every few seconds. */
function teller() {
  const started = performance.now()
  let last = started
  return (step: Parameters<typeof lineOf>[0]) => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    process.stderr.write(`${lineOf(step, (now - started) / 1000)}\n`)
  }
}

function printGenerated({ districts, rows, seconds, bytes }: Generated) {
  const number = (value: number) => value.toLocaleString('en-US')
  print(`${number(districts.length)} ${districts.length === 1 ? 'district' : 'districts'}:`)
  for (const [table, count] of Object.entries(rows)) {
    if (count > 0) print(`  ${table.padEnd(24)} ${number(count).padStart(12)}`)
  }
  print(`${number(Math.round(seconds))} seconds, ${number(Math.round(bytes / 1e6))} MB.`)
  print()
  for (const { slug, name, ...people } of districts.slice(0, PEOPLE_SHOWN)) {
    print(`  ${name} (/d/${slug})`)
    for (const [email, role] of [
      [people.educators[0], 'educator'],
      [people.principals[0], 'principal'],
      [people.coordinator, 'coordinator'],
      [people.administrator, 'administrator'],
    ]) {
      if (email) print(`    ${email.padEnd(48)} ${role}`)
    }
  }
  if (districts.length > PEOPLE_SHOWN)
    print('  … and so on; --json lists everybody who can sign in.')
  print(`  Their password: ${GENERATED_PASSWORD}`)
}

function wholeNumber(text: string) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(text)
}
