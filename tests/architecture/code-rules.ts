import ts from 'typescript'
import { importsOf, placeOf, type Source, visit } from './source'

/** Reads of environment variables, but for the few places that may. */
export function environmentReads(sources: Source[]): string[] {
  const mayRead = /^(app\/http\/env\.server\.ts|db\/(dialect\/index|generate)\.ts|bin\/|tests\/)/
  return places(sources, mayRead, (node) => {
    if (ts.isPropertyAccessExpression(node)) return isCalled(node, 'process', 'env')
    if (ts.isElementAccessExpression(node)) return isNamed(node.expression, 'process')
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
      return node.initializer !== undefined && isNamed(node.initializer, 'process')
    }
    return ts.isImportDeclaration(node) && /'(node:)?process'/.test(quoted(node.moduleSpecifier))
  })
}

/** Transactions that are not begun by the store. */
export function ownTransactions(sources: Source[]): string[] {
  return places(
    sources,
    /^(db|tests)\//,
    (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'transaction',
  )
}

/** SQL in words: text that goes to the database as it is. */
export function writtenSql(sources: Source[]): string[] {
  return places(sources, /^(db|tests)\//, (node) => {
    if (ts.isTaggedTemplateExpression(node)) return /(^|\.)sql$/.test(wordsOf(node.tag))
    return ts.isPropertyAccessExpression(node) && /(^|\.)sql\.(raw|identifier)$/.test(wordsOf(node))
  })
}

/** Queries ended with `.get()`, `.all()` or `.run()`, which PostgreSQL's builders do not have. */
export function queriesOfOneEngine(sources: Source[]): string[] {
  const querying = sources.filter((source) =>
    importsOf(source).some(({ target, isType }) => !isType && /^(db\/|drizzle-orm)/.test(target)),
  )
  return places(
    querying,
    /^(db|tests)\//,
    (node) =>
      ts.isCallExpression(node) &&
      node.arguments.length === 0 &&
      ts.isPropertyAccessExpression(node.expression) &&
      ['get', 'all', 'run'].includes(node.expression.name.text),
  )
}

/** Text that becomes a program or markup. */
export function injections(sources: Source[]): string[] {
  return places(sources, /^tests\//, (node) => {
    if (ts.isJsxAttribute(node)) return wordsOf(node.name) === 'dangerouslySetInnerHTML'
    if (ts.isPropertyAssignment(node)) return wordsOf(node.name) === 'dangerouslySetInnerHTML'
    if (ts.isCallExpression(node)) return isNamed(node.expression, 'eval')
    return ts.isNewExpression(node) && isNamed(node.expression, 'Function')
  })
}

/** Default exports, which only Remix's own modules have. */
export function defaultExports(sources: Source[]): string[] {
  const mayHave = /^(app\/(routes\/|routes\.ts$|root\.tsx$|entry\.)|bin\/|tests\/)/
  return places(sources, mayHave, (node) => {
    if (ts.isExportAssignment(node)) return true
    return (
      ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    )
  })
}

function places(sources: Source[], exempt: RegExp, isFault: (node: ts.Node) => boolean): string[] {
  const found: string[] = []
  for (const source of sources.filter(({ path }) => !exempt.test(path))) {
    visit(source, (node) => {
      if (isFault(node)) found.push(placeOf(source, node))
    })
  }
  return found
}

function isCalled(node: ts.PropertyAccessExpression, owner: string, name: string) {
  return isNamed(node.expression, owner) && node.name.text === name
}

function isNamed(node: ts.Node, name: string) {
  return ts.isIdentifier(node) && node.text === name
}

function quoted(node: ts.Node) {
  return ts.isStringLiteral(node) ? `'${node.text}'` : ''
}

function wordsOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return `${wordsOf(node.expression)}.${node.name.text}`
  return ''
}
