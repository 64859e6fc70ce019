import type { Logger } from './log'

/** Ends the process on SIGTERM or SIGINT after `close`; a second signal changes nothing. */
export function stopOnSignals(close: () => Promise<void>, log: Logger) {
  let isStopping = false

  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    close().then(
      () => {
        log.info('stopped')
        process.exit(0)
      },
      (error) => {
        log.fatal(error, 'stopping failed')
        process.exit(1)
      },
    )
  }

  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** After an error nobody caught, the state of the process is unknown: it is logged, and the process ends. */
export function exitOnUncaughtErrors(log: Logger) {
  const die = (kind: string) => (error: unknown) => {
    log.fatal({ err: error }, kind)
    process.exit(1)
  }

  process.on('uncaughtException', die('uncaught exception'))
  process.on('unhandledRejection', die('unhandled rejection'))
}
