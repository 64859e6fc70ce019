/** Whether a field of a form holds what must never be kept or shown again. */
export const isSecretField = (name: string) => /password/i.test(name)
