import { hash } from '@node-rs/argon2'
import { Readable } from 'node:stream'
import { openStore } from '#db/client.server'
import { districts } from '#db/schema'
import { STATE_VIEWER } from '#db/seed/names'
import { DEMO_PASSWORD, seedWorld } from '#db/seed/world'
import { freezeLastYear } from '~/domain/reports/demonstration.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import type { Environment } from '~/http/env.server'
import { keepFiles } from '~/jobs/file-keeper.server'
import { closeMonthsOnNewDays } from '~/jobs/month-closer.server'
import { openFiles } from '~/server/files'
import { presentReports } from './demo-reports'
import { tellState } from './demo-state-file'
import { Failure } from './failure'
import { print } from './print'

const PEOPLE = [
  ['ana.alvarez', 'educator'],
  ['ben.brooks', 'educator'],
  ['mara.ortiz', 'principal'],
  ['ming.li', 'coordinator'],
  ['rosa.reyes', 'administrator'],
] as const

/** Fills an empty, migrated database with the demonstration. */
export async function fillDemo(environment: Environment) {
  const store = await openStore(environment.databaseUrl)
  if ((await store.read.$count(districts)) > 0) {
    throw new Failure('This database has districts already. The demonstration fills an empty one.')
  }
  const files = openFiles(environment)
  await seedWorld(store, {
    now: new Date(),
    size: 'demo',
    ruleSets: shippedRuleSets(),
    freeze: freezeLastYear(new Date()),
    passwordHash: await hash(DEMO_PASSWORD, { memoryCost: 19456, timeCost: 2, parallelism: 1 }),
    storeFile: (districtId, content) => files.store(districtId, Readable.from([content])),
  })
  const fail = (error: unknown) => {
    throw error
  }
  await keepFiles(store, files, new Date(), fail)
  await closeMonthsOnNewDays(store, new Map(), new Date(), fail)
  await presentReports(store, new Date())
  await tellState(store, new Date())
  await store.close()
}

/** Prints where the demonstration is and how to sign in. */
export function printDemo({ origin }: Environment) {
  print()
  print(`  Cairn, with two sample districts: ${origin}/sign-in`)
  print()
  for (const [name, role] of PEOPLE) print(`  ${`${name}@northside.example`.padEnd(32)} ${role}`)
  print()
  print(`  ${STATE_VIEWER.email.padEnd(32)} state viewer`)
  print()
  print('  The same names at southside.example are the other district.')
  print(`  Everybody’s password: ${DEMO_PASSWORD}`)
  print('  Nothing is kept: stopping ends it. Press Ctrl+C.')
  print()
}
