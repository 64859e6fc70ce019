/** Nothing is wrong with what was asked, but it is too much for now. */
export class TryLater extends Error {
  override name = 'TryLater'
  constructor(
    /** Too many attempts on one account, or too many people at once. */
    readonly because: 'attempts' | 'load',
    message: string,
    /** When to try again. */
    readonly seconds: number,
  ) {
    super(message)
  }
}
