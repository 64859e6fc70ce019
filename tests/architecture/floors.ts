/** A version below which a package has a known hole, anywhere in the lockfile. */
export type Floor = { package: string; floor: string; reason: string }

/** A hole that has no version without it; `docs/accepted-risks.md` says why it may stay. */
export type OpenRisk = { package: string; advisories: string[]; stillOpenIn: RegExp }

export const FLOORS: Floor[] = [
  { package: 'react-router', floor: '6.30.6', reason: 'GHSA-jjmj-jmhj-qwj2, CVE-2026-53668' },
  { package: 'react-router-dom', floor: '6.30.6', reason: 'GHSA-jjmj-jmhj-qwj2, CVE-2026-53668' },
  { package: '@remix-run/router', floor: '1.23.4', reason: 'CVE-2026-40181, GHSA-jjmj-jmhj-qwj2' },
  { package: '@remix-run/node', floor: '2.17.5', reason: 'CVE-2026-42342' },
  { package: '@remix-run/express', floor: '2.17.5', reason: 'CVE-2025-31137' },
  { package: 'esbuild', floor: '0.25.12', reason: 'GHSA-67mh-4wv8-2f99' },
  { package: 'vite', floor: '6.4.6', reason: 'CVE-2026-39363, CVE-2026-39364, CVE-2026-39365' },
  { package: 'tar', floor: '7.5.19', reason: 'CVE-2026-59873' },
  { package: 'estree-util-value-to-estree', floor: '3.3.3', reason: 'prototype pollution' },
  { package: 'drizzle-orm', floor: '0.45.2', reason: 'CVE-2026-39356' },
  { package: 'better-sqlite3', floor: '12.11.1', reason: "SQLite 3.51.3's fix of WAL corruption" },
]

export const OPEN_RISKS: OpenRisk[] = [
  {
    package: 'turbo-stream',
    advisories: ['GHSA-rxv8-25v2-qmq8', 'GHSA-49rj-9fvp-4h2h'],
    stillOpenIn: /^2\./,
  },
  {
    package: 'react-router',
    advisories: ['GHSA-wrjc-x8rr-h8h6', 'GHSA-337j-9hxr-rhxg'],
    stillOpenIn: /^6\./,
  },
]

/** Compares versions by their three numbers: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  const difference = [0, 1, 2].map((at) => (left?.[at] ?? 0) - (right?.[at] ?? 0))
  return difference.find((it) => it !== 0) ?? 0
}
