import type { getPathway } from '~/domain/pathways/queries.server'

type Page = Awaited<ReturnType<typeof getPathway>>

/** Which version one looks at, and which one people follow. */
export function versionInWords({ version, publishedNumber, pathway }: Page) {
  if (pathway.status === 'retired') return 'Nobody is enrolled any more; what was completed stays.'
  if (!version) return ''
  if (!version.isDraft) return `People follow version ${version.number}.`
  return publishedNumber === null
    ? 'Nobody sees it before you publish it, but for those with whom you share it.'
    : `You are building version ${version.number}; people follow version ${publishedNumber} until you publish.`
}
