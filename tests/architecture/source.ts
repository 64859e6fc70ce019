import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** A source file: its path inside the repository, and what it says. */
export type Source = { path: string; text: string }

/** One import statement, or anything else that loads a module. */
export type Import = {
  importer: string
  /** Path inside the repository without its ending, or the name of a package. */
  target: string
  isOurs: boolean
  /** `import type`: nothing is loaded when the program runs. */
  isType: boolean
}

const parsed = new WeakMap<Source, ts.SourceFile>()

/** The sources in these folders of the repository. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

const imported = new WeakMap<Source, Import[]>()

/** What a source imports, in any way. */
export function importsOf(source: Source): Import[] {
  const known = imported.get(source)
  if (known) return known
  const imports: Import[] = []
  imported.set(source, imports)
  const add = (specifier: ts.Node | undefined, isType = false) => {
    if (specifier && ts.isStringLiteralLike(specifier)) {
      imports.push({ importer: source.path, isType, ...resolve(source.path, specifier.text) })
    }
  }
  visit(source, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly)
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0])
    }
  })
  return imports
}

/** Shows each node of a source, outermost first. */
export function visit(source: Source, look: (node: ts.Node) => void) {
  const walk = (node: ts.Node) => {
    look(node)
    ts.forEachChild(node, walk)
  }
  walk(treeOf(source))
}

/** The line of a node, as `path:line`. */
export function placeOf(source: Source, node: ts.Node): string {
  const tree = treeOf(source)
  return `${source.path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}

function treeOf(source: Source): ts.SourceFile {
  const known = parsed.get(source)
  if (known) return known
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, false, kind)
  parsed.set(source, tree)
  return tree
}

function resolve(importer: string, specifier: string): Pick<Import, 'target' | 'isOurs'> {
  const [path = ''] = specifier.split('?')
  const folder = path.startsWith('.') ? dirname(importer) : ''
  const target = path.replace(/^~\//, 'app/').replace(/^#db(?=\/|$)/, 'db')
  const isOurs = path.startsWith('.') || target !== path
  return { target: isOurs ? normalize(join(folder, target)).replace(/\.tsx?$/, '') : path, isOurs }
}
