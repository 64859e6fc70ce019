import { readdirSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import compression from 'compression'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'

const compressible = new Set(['.css', '.js', '.json', '.svg'])

/** Serves the client build: hashed assets for a year, the other public files for an hour. */
export function clientFiles(clientDirectory: string): Router {
  const files = publicFiles(clientDirectory)
  const options = { index: false, redirect: false, dotfiles: 'allow' } as const
  const serveAsset = express.static(clientDirectory, { ...options, immutable: true, maxAge: '1y' })
  const serveFile = express.static(clientDirectory, { ...options, maxAge: '1h' })

  return Router().use((req, res, next) => {
    const isAsset = req.path.startsWith('/assets/')
    if (files.has(req.path)) {
      preferPrecompressed(req, res, files)
      return isAsset ? serveAsset(req, res, next) : serveFile(req, res, next)
    }
    if (!isAsset) return next()
    res.status(404).type('text').send('Not found')
  })
}

/** Compresses pages while they stream. Quality 3 is where a bit smaller begins to cost a lot slower. */
export function compressPages(): RequestHandler {
  return compression({
    level: 3,
    brotli: {
      params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 18 },
    },
  })
}

/** Puts a `.br` file beside each text file of the hashed assets, as the last step of the build. */
export async function precompress(clientDirectory: string) {
  const assets = join(clientDirectory, 'assets')
  const names = (await readdir(assets)).filter((name) => compressible.has(extname(name)))

  await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(assets, name))
      const small = await promisify(brotliCompress)(text)
      if (small.length < text.length) await writeFile(join(assets, `${name}.br`), small)
    }),
  )
}

/** Known from the start, so that a page request need not ask the disk whether it is a file. */
function publicFiles(clientDirectory: string): Set<string> {
  const isHidden = /(^|\/)\.(?!well-known\/)/
  const entries = readdirSync(clientDirectory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(clientDirectory, join(entry.parentPath, entry.name)))
  return new Set(paths.filter((path) => !isHidden.test(path)).map((path) => `/${path}`))
}

function preferPrecompressed(req: Request, res: Response, files: Set<string>) {
  const { path } = req
  if (!files.has(`${path}.br`)) return

  res.vary('Accept-Encoding')
  if (!req.acceptsEncodings('br')) return
  res.type(extname(path)).set('Content-Encoding', 'br')
  req.url = `${path}.br`
}
