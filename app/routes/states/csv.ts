import type { LoaderFunctionArgs } from '@remix-run/node'
import { listDistrictLines } from '~/domain/states/comparing.server'
import { stateCsv } from '~/domain/states/csv.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireStateViewer } from '~/http/state-viewer.server'
import { stateRequestOf } from './request.server'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStateViewer(args)
  const { asOf, lines } = await viewer.read(listDistrictLines, stateRequestOf(args.request))
  const code = viewer.state.code.toLowerCase()
  return csvAnswer(stateCsv(asOf, lines), `cairn-districts-${code}-${asOf}.csv`)
}
