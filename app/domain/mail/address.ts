/** The longest address that mail can have. */
export const MAX_EMAIL_LENGTH = 254

/** An address as it is kept and looked for. */
export const normalizeEmail = (typed: string) => typed.trim().toLowerCase()

/** Whether a text is one plain address: no name beside it, no second address, no line break. */
export const isEmail = (text: string) =>
  text.length <= MAX_EMAIL_LENGTH && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/.test(text)
