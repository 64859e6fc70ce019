/**
 * The `handle` of a route whose page is the same for everybody: it has no scripts, hence no nonce, and no
 * theme of a reader, so that any cache may keep it.
 */
export const SAME_FOR_ALL = 'same for all'
