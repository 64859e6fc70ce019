import type { Store } from '#db/client.server'
import { openMail } from '~/adapters/mail.server'
import type { FileStorage } from '~/domain/evidence/file-storage'
import type { Environment } from '~/http/env.server'
import { startDaily } from '~/jobs/daily.server'
import { startEnroller } from '~/jobs/enroller.server'
import { startFileKeeper } from '~/jobs/file-keeper.server'
import { startFollower } from '~/jobs/follower.server'
import { startMailer } from '~/jobs/mailer.server'
import { startObligationKeeper } from '~/jobs/obligation-keeper.server'
import type { Repeating } from '~/jobs/repeat'
import { startSweeper } from '~/jobs/sweeper.server'
import type { Logger } from './log'

type Parts = { files: FileStorage; environment: Environment; log: Logger }

/** Starts all that goes on by itself beside the requests; one process of a server does. */
export function startJobs(store: Store, { files, environment, log }: Parts): Repeating[] {
  const says = (failure: string) => ({ report: (error: unknown) => log.error(error, failure) })
  return [
    startMailer(store, openMail(environment), says('mail was not sent')),
    startSweeper(store, files, says('sweeping failed')),
    startFileKeeper(store, files, says('evidence files were not looked through')),
    startEnroller(store, says('people were not enrolled')),
    startFollower(store, says('completions were not followed up')),
    startObligationKeeper(store, says('required trainings were not brought up to date')),
    startDaily(store, environment.origin, says('the work of a new day was not done')),
  ]
}
