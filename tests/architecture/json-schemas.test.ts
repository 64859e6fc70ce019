import { readdirSync, readFileSync } from 'node:fs'
import { evaluationSchemas } from '~/domain/evaluation/json-schemas.server'
import { packageSchemas } from '~/domain/packages/json-schemas.server'
import { jsonSchemas } from '~/domain/rule-sets/json-schemas.server'
import { expect, test } from 'vitest'

const FOLDER = 'docs/schemas'

test('the schemas in docs are what `npm run schemas` writes now', () => {
  const all = { ...jsonSchemas(), ...evaluationSchemas(), ...packageSchemas() }
  const schemas = Object.entries(all)

  expect(readdirSync(FOLDER).toSorted()).toEqual(schemas.map(([name]) => name).toSorted())
  for (const [name, schema] of schemas) {
    const written: unknown = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
    expect(written, `${name} is old: npm run schemas`).toEqual(JSON.parse(JSON.stringify(schema)))
  }
})
