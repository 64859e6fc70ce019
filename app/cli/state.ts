import type { Command } from 'commander'
import { Invalid, NotFound } from '~/domain/errors'
import { appointStateViewer, dismissStateViewer } from '~/domain/states/appointing.server'
import { withStore } from './database'
import { Failure } from './failure'
import { print, printJson } from './print'

type Options = { state: string; email: string; json?: boolean }

/** `cairn state`: who may compare the districts of a state. */
export function addState(program: Command) {
  const state = program
    .command('state')
    .description('Say who may compare the districts of a state, without seeing persons.')
  state
    .command('appoint')
    .description('Let somebody compare the districts, and print the link to join for who is new.')
    .requiredOption('--state <code>', 'the postal code, such as MA')
    .requiredOption('--email <address>', 'with which they sign in')
    .option('--json', 'print one JSON object')
    .action(appoint)
  state
    .command('dismiss')
    .description('Let somebody compare the districts no longer.')
    .requiredOption('--state <code>', 'the postal code, such as MA')
    .requiredOption('--email <address>', 'with which they sign in')
    .option('--json', 'print one JSON object')
    .action(dismiss)
}

async function appoint({ state, email, json }: Options) {
  const link = await withStore((store, { origin }) =>
    store
      .write((tx) =>
        appointStateViewer(tx, { state: state.toUpperCase(), email, origin, now: new Date() }),
      )
      .catch(explain),
  )
  if (json) printJson({ state: state.toUpperCase(), email, link })
  else print(link ?? `${email} signs in as before.`)
}

async function dismiss({ state, email, json }: Options) {
  await withStore((store) =>
    store
      .write((tx) => dismissStateViewer(tx, { state: state.toUpperCase(), email, now: new Date() }))
      .catch(explain),
  )
  if (json) printJson({ state: state.toUpperCase(), email })
  else print(`${email} does not see the districts of ${state.toUpperCase()} any more.`)
}

function explain(error: unknown): never {
  if (error instanceof Invalid || error instanceof NotFound) throw new Failure(error.message, 1)
  throw error
}
