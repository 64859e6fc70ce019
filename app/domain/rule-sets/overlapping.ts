import type { Condition } from './rule-set'

type Tests = Omit<Condition, 'unless'>

/** Whether two conditions may hold of the same license; false only where one rules the other out. */
export function mayMeet(a: Condition = {}, b: Condition = {}): boolean {
  const isRuledOut = (one: Condition, other: Condition) =>
    other.unless !== undefined && entails(one, other.unless)
  return !areApart(a, b) && !isRuledOut(a, b) && !isRuledOut(b, a)
}

/** Whether a condition holds wherever another does, as far as the two show it. */
export function implies(a: Condition = {}, b: Condition = {}): boolean {
  const { unless, ...tests } = b
  return entails(a, tests) && (unless === undefined || areApart(a, unless))
}

/** Whether two sets of tests never hold together: a license has one class and one kind. */
function areApart(a: Tests, b: Tests) {
  const isNoneOf = (ours: string[] | undefined, theirs: string[] | undefined) =>
    ours !== undefined && theirs !== undefined && !ours.some((code) => theirs.includes(code))
  const isPast = (from: string | undefined, before: string | undefined) =>
    from !== undefined && before !== undefined && from >= before
  return (
    isNoneOf(a.classes, b.classes) ||
    isNoneOf(a.licenseKinds, b.licenseKinds) ||
    (a.employed !== undefined && b.employed !== undefined && a.employed !== b.employed) ||
    isPast(a.startsFrom, b.startsBefore) ||
    isPast(b.startsFrom, a.startsBefore) ||
    isPast(a.expiresFrom, b.expiresBefore) ||
    isPast(b.expiresFrom, a.expiresBefore)
  )
}

/** Whether every test of the second holds wherever those of the first do. */
function entails(a: Tests, b: Tests) {
  const isPart = (ours: string[] | undefined, theirs: string[] | undefined) =>
    theirs === undefined || (ours?.every((code) => theirs.includes(code)) ?? false)
  const isLater = (ours: string | undefined, theirs: string | undefined) =>
    theirs === undefined || (ours !== undefined && ours >= theirs)
  const isEarlier = (ours: string | undefined, theirs: string | undefined) =>
    theirs === undefined || (ours !== undefined && ours <= theirs)
  return (
    isPart(a.classes, b.classes) &&
    isPart(a.endorsements, b.endorsements) &&
    isPart(a.licenseKinds, b.licenseKinds) &&
    isPart(a.facts, b.facts) &&
    (b.employed === undefined || a.employed === b.employed) &&
    isLater(a.startsFrom, b.startsFrom) &&
    isEarlier(a.startsBefore, b.startsBefore) &&
    isLater(a.expiresFrom, b.expiresFrom) &&
    isEarlier(a.expiresBefore, b.expiresBefore) &&
    isLater(a.renewsFrom, b.renewsFrom) &&
    isLater(a.renewsAfter, b.renewsAfter)
  )
}
