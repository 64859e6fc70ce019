/** An answer of "no" rather than an error: 1 where the thing asked about is not right, 2 where the command could not run. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message)
  }
}
