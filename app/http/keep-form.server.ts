import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import busboy from 'busboy'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { and, desc, eq, inArray, lt, or } from '#db/query.server'
import { keptForms } from '#db/schema'
import { FORM_KEPT } from '~/domain/people/session-limits'
import { digestOf, newSecret } from '~/domain/secret.server'
import { readCookie, writeCookie } from './cookies.server'
import { isSecretField } from './secret-fields'

type Arguments = LoaderFunctionArgs | ActionFunctionArgs

const COOKIE = 'kept'
const LARGEST = 64 * 1024
const FORMS_OF_A_BROWSER = 3
const FORMS_OF_A_PERSON = 10

/** The secrets of the forms that were kept for a browser, the newest first. */
export function keptSecretsOf({ request, context }: Arguments) {
  return readCookie(request, context.environment, COOKIE)?.split('.') ?? []
}

/**
 * Keeps what a form brought, without its files and passwords, for one person and the page it stood on.
 *
 * @param to the path of that page, with its query
 * @returns the `Set-Cookie` header that lets this browser have it back; null when nothing was kept
 */
export async function keepForm(args: Arguments, userId: string, to: string) {
  const { store, environment, now = new Date() } = args.context
  const body = await textOf(args.request)
  if (!body) return null

  const secret = newSecret()
  const path = to.split('?', 1)[0]!
  await store.write(async (tx) => {
    const old = await tx
      .select({ hash: keptForms.hash })
      .from(keptForms)
      .where(eq(keptForms.userId, userId))
      .orderBy(desc(keptForms.createdAt), desc(keptForms.hash))
    const tooMany = old.slice(FORMS_OF_A_PERSON - 1).map(({ hash }) => hash)
    await tx
      .delete(keptForms)
      .where(
        or(
          lt(keptForms.createdAt, new Date(now.getTime() - FORM_KEPT)),
          and(eq(keptForms.userId, userId), eq(keptForms.path, path)),
          inArray(keptForms.hash, tooMany),
        ),
      )
    await tx
      .insert(keptForms)
      .values({ hash: digestOf(secret), userId, path, body, createdAt: now })
  })
  const secrets = [secret, ...keptSecretsOf(args)].slice(0, FORMS_OF_A_BROWSER)
  return writeCookie(environment, COOKIE, secrets.join('.'), FORM_KEPT / 1000)
}

/** The fields of a form that may be kept, as a query string; null of anything but a form with some. */
async function textOf(request: Request) {
  const type = request.headers.get('Content-Type') ?? ''
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return null

  const fields = type.startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(await request.text())
    : type.startsWith('multipart/form-data')
      ? await fieldsWithoutFiles(request, type)
      : new URLSearchParams()
  const kept = new URLSearchParams([...fields].filter(([name]) => !isSecretField(name)))
  const text = kept.toString()
  return text !== '' && text.length <= LARGEST ? text : null
}

/** The fields of a form that could bring files; those are read to their end and dropped. */
async function fieldsWithoutFiles(request: Request, type: string) {
  const fields = new URLSearchParams()
  const parser = busboy({
    headers: { 'content-type': type },
    limits: { fields: 200, fieldSize: LARGEST, fieldNameSize: 100 },
  })
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (_name, content) => void content.resume())
  const body = Readable.fromWeb(request.body as WebStream)
  return new Promise<URLSearchParams>((resolve) => {
    const give = () => resolve(fields)
    parser.on('close', give).on('error', give)
    body.on('error', give)
    body.pipe(parser)
  })
}
