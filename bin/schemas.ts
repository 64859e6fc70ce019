/** Writes the formats of rule sets, overlays and evaluations to `docs/schemas`: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { evaluationSchemas } from '../app/domain/evaluation/json-schemas.server'
import { jsonSchemas } from '../app/domain/rule-sets/json-schemas.server'

const folder = 'docs/schemas'
mkdirSync(folder, { recursive: true })

for (const [name, schema] of Object.entries({ ...jsonSchemas(), ...evaluationSchemas() })) {
  const path = `${folder}/${name}`
  const style = await resolveConfig(path)
  writeFileSync(path, await format(JSON.stringify(schema), { ...style, filepath: path }))
  console.log(path)
}
