/** What a person asked for is not there, or not theirs to know about: 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person may see it but not do this: 403. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Somebody else changed it in the meantime: 409. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** What was given breaks a rule; `field` names the field, null means the whole form: 422. */
export class Invalid extends Error {
  override name = 'Invalid'
  constructor(
    readonly field: string | null,
    message: string,
    /** The id of the row that is in the way, where there is one to look at. */
    readonly existingId?: string,
  ) {
    super(message)
  }
}
