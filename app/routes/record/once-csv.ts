import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRecord } from '~/domain/record/taking.server'
import { requireOnceMember } from '~/http/once-member.server'
import { csvFile } from './file.server'

/** The record of somebody who may have left. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireOnceMember(args)
  return csvFile(await member.read(takeRecord))
}
