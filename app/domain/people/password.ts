import { isCommon, lettersOf } from './block-list'

/** The fewest letters of a password, which is all that guards an account. */
export const MIN_PASSWORD_LENGTH = 15

/** The most bytes of a password; longer ones only cost time. */
export const MAX_PASSWORD_BYTES = 1024

/** What to write beside a field for a new password. */
export const PASSWORD_HINT = `At least ${MIN_PASSWORD_LENGTH} letters. A few words that only you would put together are easy to remember; spaces are fine.`

const OUR_NAME = 'Cairn'
const SHORTEST_WORD = 3
const FEWEST_OWN_LETTERS = 10

/** The characters as they are hashed: the same on every keyboard. */
export const normalizePassword = (password: string) => password.normalize('NFKC')

/**
 * What is wrong with a new password, as a sentence; null when nothing is. There are no rules about
 * kinds of characters, and none about age.
 *
 * @param context names somebody would try first: the person's, the school's, the district's
 */
export function passwordProblem(password: string, context: string[]): string | null {
  const normal = normalizePassword(password)
  if ([...normal].length < MIN_PASSWORD_LENGTH) {
    return `Use at least ${MIN_PASSWORD_LENGTH} letters; a few words with spaces are fine.`
  }
  if (isTooLong(normal)) return 'That is longer than a password can be here. Use fewer words.'
  if (isCommon(normal)) {
    return 'That is one of the passwords that are tried first. Put together words that only you would.'
  }
  if (withoutWords(lettersOf(normal), context).length < FEWEST_OWN_LETTERS) {
    return 'Names of people, schools and Cairn are tried first. Add words that have nothing to do with them.'
  }
  return null
}

/** Whether a password is beyond what is ever hashed. */
export const isTooLong = (password: string) =>
  new TextEncoder().encode(password).length > MAX_PASSWORD_BYTES

function withoutWords(text: string, context: string[]) {
  const words = [...context, OUR_NAME]
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(lettersOf)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length)
  return words.reduce((left, word) => left.replaceAll(word, ''), text)
}
