/** Prints one JSON object on one line of standard output, for programs. */
export const printJson = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

/** Prints a line for people. */
export const print = (line = '') => process.stdout.write(`${line}\n`)
