import { hash, parseOptions, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'
import { isTooLong, normalizePassword } from './password'
import { TryLater } from './try-later'

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one thread. */
const PARAMETERS = { memoryCost: 19456, timeCost: 2, parallelism: 1 }
const ARGON2ID = 2

/** The hash that a stranger's password is compared with, so that it takes as long as anybody's. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$OaWZ4Pjgi99qSpzUmPt6ww$dMAGWLw9MNtSdgdUlImnhUKelCLTfeq0NCMN3JhozS0'

const RUNNING = 4
const WAITING = 40
const SECONDS_TO_WAIT = 5

const turns = new PQueue({ concurrency: RUNNING })

/**
 * Does work that hashes when its turn comes. Hashing fills the threads that files need too, so only
 * so many may wait; a flood of sign-ins slows sign-ins, and nothing else.
 *
 * @throws TryLater when too many wait already
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.size >= WAITING) {
    throw new TryLater(
      'load',
      'Many people are signing in at this moment. Wait a few seconds, then try again.',
      SECONDS_TO_WAIT,
    )
  }
  return turns.add(work)
}

/** What the database keeps of a password. Call it `inTurn`. */
export const hashPassword = (password: string) => hash(normalizePassword(password), PARAMETERS)

/** Whether a password is the one that was hashed; takes as long without a hash. Call it `inTurn`. */
export async function isPasswordOf(hashed: string | null, password: string) {
  if (isTooLong(password)) return false
  const fits = await verify(hashed ?? NOBODY, normalizePassword(password))
  return fits && hashed !== null
}

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(hashed: string) {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(hashed)
  return (
    Number(algorithm) !== ARGON2ID ||
    memoryCost !== PARAMETERS.memoryCost ||
    timeCost !== PARAMETERS.timeCost ||
    parallelism !== PARAMETERS.parallelism
  )
}
