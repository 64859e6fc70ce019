import { measureCredit } from './credit'
import { measureMandates } from './mandates'
import { measurePathways } from './pathways'
import { measureProduct } from './product'
import { type Bench, HELP, readArguments } from './sizes'
import { growthTable, totalsOf } from './table'

const say = (text: string) => process.stderr.write(`${text}\n`)
const benches = readArguments(process.argv.slice(2))

if (benches.length === 0) say(HELP)
else if (benches[0]!.json) process.stdout.write(`${JSON.stringify(await run(benches))}\n`)
else await run(benches)

async function run(all: Bench[]) {
  const [bench] = all as [Bench]
  if (bench.credit) {
    const results = await measureCredit(bench, say)
    say(`\n${totalsOf(results)}`)
    return results
  }
  if (bench.pathways) return measurePathways(bench, say)
  if (bench.mandates) return measureMandates(bench, say)

  const sizes = []
  for (const each of all) sizes.push(await measureProduct(each, say))
  if (sizes.length > 1) say(`\n${growthTable(sizes)}`)
  return { sizes }
}
