import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRecord } from '~/domain/record/taking.server'
import { requireOnceMember } from '~/http/once-member.server'
import { jsonFile } from './file.server'

/** The record of somebody who may have left. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireOnceMember(args)
  return jsonFile(await member.read(takeRecord))
}
