import { newId } from '#db/id'
import { courses } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from '../../app/server/log'
import { openTestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

const twice = { id: newId(), title: 'Seen by nobody', createdAt: WORLD_NOW }

test.each([
  ['a row that is there already', [twice, twice], /UNIQUE|23505/],
  ['a row without its title', [{ ...twice, title: null as never }], /NOTNULL|23502/],
])('%s is logged without what it holds', async (_, rows, code) => {
  const store = await openTestStore()
  const lines: string[] = []
  const log = createLog({
    destination: new Writable({
      write(line: Buffer, _encoding, done) {
        lines.push(line.toString())
        done()
      },
    }),
  })

  const refused = store.write(async (tx) => {
    await forDistrict(tx, world.northside.id).insert(courses).values(rows)
  })
  log.error(await refused.catch((error: unknown) => error), 'a request failed')

  expect(lines.join('')).toMatch(code)
  expect(lines.join('')).not.toContain('Seen by nobody')
  expect(lines.join('')).not.toContain(twice.id)
})
