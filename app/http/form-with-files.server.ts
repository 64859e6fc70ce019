import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { submit } from './form.server'
import type { Member } from './member.server'
import { type ReceivedForm, receiveForm } from './upload.server'

const CHOOSE_AGAIN = 'Choose the files again: a browser does not keep them.'

/**
 * Reads a form that may bring files, saves it with them, and answers as `submit` does. A form that is
 * not saved leaves no file behind, and its answer says that the files have to be chosen again.
 *
 * @param save gets the files as they are stored; it calls `discard` when nothing came to name them
 * @throws Response when `save` throws one
 */
export async function submitWithFiles<S extends z.ZodType>(
  args: ActionFunctionArgs,
  member: Member,
  schema: S,
  save: (input: z.output<S>, form: ReceivedForm) => Promise<Response>,
) {
  const form = await receiveForm(args, member)
  let isSaved = false
  try {
    const reply = await submit(form.fields, schema, async (input) => {
      if (form.refused) throw form.refused
      const saved = await save(input, form)
      isSaved = true
      return saved
    })
    if (!(reply instanceof Response) && form.files.length > 0) {
      reply.data.error.files ??= [CHOOSE_AGAIN]
    }
    return reply
  } finally {
    if (!isSaved) await form.discard()
  }
}
