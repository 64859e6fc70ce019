/** What somebody said about a version of a pathway, as it is shown. */
export type Comment = {
  id: string
  memberId: string
  by: string
  at: Date
  /** Empty when it was taken back. */
  text: string
  /** What it is about; empty about the version as a whole. */
  step: { key: string; title: string; isThere: boolean } | null
  isTakenBack: boolean
  settled: { by: string; at: Date } | null
  /** Whether the reader wrote it and may take it back. */
  isOwn: boolean
}

export const MAX_COMMENT_LENGTH = 2000
export const MAX_QUESTION_LENGTH = 500
/** How many people can be asked about one version. */
export const MAX_READERS = 50

/** How many still ask for something to be done. */
export const countUnsettled = (comments: Comment[]) =>
  comments.filter(({ isTakenBack, settled }) => !isTakenBack && !settled).length
