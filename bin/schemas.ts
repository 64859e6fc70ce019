/** Writes the formats of rule sets, overlays, evaluations and packages to `docs/schemas`: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { evaluationSchemas } from '../app/domain/evaluation/json-schemas.server'
import { packageSchemas } from '../app/domain/packages/json-schemas.server'
import { jsonSchemas } from '../app/domain/rule-sets/json-schemas.server'

const folder = 'docs/schemas'
mkdirSync(folder, { recursive: true })

const schemas = { ...jsonSchemas(), ...evaluationSchemas(), ...packageSchemas() }
for (const [name, schema] of Object.entries(schemas)) {
  const path = `${folder}/${name}`
  const style = await resolveConfig(path)
  writeFileSync(path, await format(JSON.stringify(schema), { ...style, filepath: path }))
}
