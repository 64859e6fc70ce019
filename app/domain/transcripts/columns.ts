/** A column of a transcript: `share` is its width beside the others on paper. */
export type TranscriptColumn = {
  code: string
  label: string
  share: number
  kind: 'text' | 'day' | 'number'
}

/** Our order, for a state that prescribes none. */
export const DEFAULT_COLUMNS = [
  'title',
  'topic',
  'type',
  'starts_on',
  'ends_on',
  'hours',
  'provider',
  'provider_number',
  'location',
  'category',
  'credit',
  'proof',
  'evidence_strength',
  'approved_on',
  'approved_by',
] as const

const KNOWN: Record<string, Omit<TranscriptColumn, 'code'>> = {
  title: { label: 'Title', share: 2.4, kind: 'text' },
  topic: { label: 'Topic', share: 1.3, kind: 'text' },
  type: { label: 'Type', share: 1.2, kind: 'text' },
  starts_on: { label: 'From', share: 1.1, kind: 'day' },
  ends_on: { label: 'To', share: 1.1, kind: 'day' },
  hours: { label: 'Hours', share: 0.7, kind: 'number' },
  provider: { label: 'Provider', share: 1.5, kind: 'text' },
  provider_number: { label: 'Provider number', share: 1.1, kind: 'text' },
  location: { label: 'Location', share: 1.2, kind: 'text' },
  category: { label: 'Category', share: 1.4, kind: 'text' },
  credit: { label: 'Credit', share: 0.8, kind: 'number' },
  proof: { label: 'Proof', share: 1.2, kind: 'text' },
  attendance_verification: { label: 'Proof', share: 1.2, kind: 'text' },
  evidence_strength: { label: 'Evidence', share: 1.2, kind: 'text' },
  approved_on: { label: 'Approved on', share: 1.1, kind: 'day' },
  approved_by: { label: 'Approved by', share: 1.2, kind: 'text' },
}

const HOURS_OF = 'hours_'

/** What is asked for the hours of one category: `hours_content`; null for another column. */
export const categoryOfColumn = (code: string) =>
  code.startsWith(HOURS_OF) ? code.slice(HOURS_OF.length) : null

/** Whether a category is the one that a column names, in full or by the last of its words. */
export const isCategoryOfColumn = (category: string, asked: string) =>
  category === asked || category.endsWith(`_${asked}`)

type Words = { unit: string; categories: readonly { code: string; label: string }[] }

/**
 * The columns of a transcript in the order of the state, or in ours. A column that nothing here is known
 * about stands empty under its name, to be filled in by hand.
 */
export function transcriptColumns(
  codes: readonly string[] | undefined,
  { unit, categories }: Words,
): TranscriptColumn[] {
  return (codes ?? DEFAULT_COLUMNS).map((code) => {
    if (code === 'credit') return { ...KNOWN.credit!, code, label: capital(unit) }
    const asked = categoryOfColumn(code)
    if (asked !== null) {
      const category = categories.find((it) => isCategoryOfColumn(it.code, asked))
      return { code, label: category?.label ?? inWords(code), share: 0.9, kind: 'number' }
    }
    return { code, ...(KNOWN[code] ?? { label: inWords(code), share: 1.2, kind: 'text' }) }
  })
}

/** The columns that nobody here can fill. */
export const unknownColumns = (columns: readonly TranscriptColumn[]) =>
  columns.filter(({ code }) => !(code in KNOWN) && categoryOfColumn(code) === null)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const inWords = (code: string) => capital(code.replaceAll('_', ' '))
