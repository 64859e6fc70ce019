export const MAX_MATTER_LENGTH = 200
export const MAX_RELEASE_REASON_LENGTH = 500

/** What somebody reads who wants to delete what is under a legal hold. */
export const HELD =
  'The district has placed a legal hold on your record, so nothing in it can be deleted until the hold ends. Everything is as it was. Ask the district office what it is about.'
