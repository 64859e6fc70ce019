import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, fit for a cookie or a link. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What the database keeps of a secret: its SHA-256, in hexadecimal. */
export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
