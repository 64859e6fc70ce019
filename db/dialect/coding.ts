/** Words, each with the number that stands for it. */
export type Codes = Readonly<Record<string, number>>
export type WordOf<C extends Codes> = keyof C & string

/** How a column turns words into numbers and back; throws at what is not in the list. */
export function codingOf<C extends Codes>(codes: C) {
  const words = new Map(Object.entries(codes).map(([word, code]) => [code, word as WordOf<C>]))
  return {
    toDriver(word: WordOf<C>): number {
      const code = codes[word]
      if (code === undefined) throw new Error(`No number stands for “${word}”.`)
      return code
    },
    fromDriver(code: number): WordOf<C> {
      const word = words.get(code)
      if (word === undefined) throw new Error(`No word has the number ${code}.`)
      return word
    },
  }
}
