import { eq } from '#db/query.server'
import { completions } from '#db/schema'
import { listCatalogAchievements, listAchievements } from '~/domain/badges/catalog.server'
import { retireAchievement, saveAchievement } from '~/domain/badges/catalog-commands.server'
import { retireCourse, saveCourse } from '~/domain/courses/commands.server'
import { courseInput } from '~/domain/courses/inputs.server'
import { listCatalogCourses, listCourses } from '~/domain/courses/queries.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { retirePathway } from '~/domain/pathways/publishing.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ming, achievements, courses, pathways } = world.northside

const FIRST = { isRetired: false, page: 1 }

test('a course is added, found, renamed and retired', async () => {
  const member = await asMember(await openTestStore(), ming)

  const { id } = await member.write(saveCourse, { title: 'Podcasting in class', hours: 90 })
  await member.write(saveCourse, { id, title: 'Podcasts in class', provider: 'PBS', hours: 120 })

  const found = await member.read(listCatalogCourses, { ...FIRST, text: 'podcasts' })
  expect(found.rows).toEqual([{ id, title: 'Podcasts in class', provider: 'PBS', minutes: 120 }])
  await member.write(retireCourse, id)
  expect((await member.read(listCourses)).map((course) => course.id)).not.toContain(id)
  const retired = await member.read(listCatalogCourses, { ...FIRST, isRetired: true })
  expect(retired.rows.map((course) => course.id)).toContain(id)
})

test('what was completed keeps the title it had', async () => {
  const member = await asMember(await openTestStore(), ming)
  const [before] = await member.scope.db
    .select({ title: completions.title })
    .from(completions)
    .where(eq(completions.id, world.northside.completions.approved))

  for (const course of await member.read(listCourses)) {
    await member.write(saveCourse, { id: course.id, title: `${course.title}, revised` })
  }

  const [after] = await member.scope.db
    .select({ title: completions.title })
    .from(completions)
    .where(eq(completions.id, world.northside.completions.approved))
  expect(after).toEqual(before)
})

test('the catalog holds a course only once', async () => {
  const member = await asMember(await openTestStore(), ming)
  await member.write(saveCourse, { title: 'Podcasts', provider: 'PBS' })

  const again = member.write(saveCourse, { title: 'Podcasts', provider: 'PBS' })
  await expect(again).toHaveFieldError('title')
  await member.write(saveCourse, { title: 'Podcasts', provider: 'KQED' })

  const found = await member.read(listCatalogCourses, { ...FIRST, text: 'Podcasts' })
  expect(found.total).toBe(2)
})

test('a course that a pathway asks for stays until the pathway lets go of it', async () => {
  const member = await asMember(await openTestStore(), ming)

  await expect(member.write(retireCourse, courses.privacy)).rejects.toThrow(Conflict)
  await expect(member.write(retireCourse, courses.media)).rejects.toThrow(Conflict)
  await member.write(retirePathway, pathways.privacy)

  expect(await member.write(retireCourse, courses.privacy)).toMatchObject({
    title: expect.any(String),
  })
})

test('a badge is added, renamed and retired, but not while a pathway asks for it', async () => {
  const member = await asMember(await openTestStore(), ming)
  const given = { title: 'Captions', issuer: 'PBS' }

  const { id } = await member.write(saveAchievement, given)
  await expect(member.write(saveAchievement, given)).toHaveFieldError('title')
  await member.write(saveAchievement, { ...given, id, title: 'Captioning' })
  const found = await member.read(listCatalogAchievements, { ...FIRST, text: 'caption' })
  await member.write(retireAchievement, id)

  expect(found.rows).toEqual([{ id, title: 'Captioning', issuer: 'PBS' }])
  expect((await member.read(listAchievements)).map((badge) => badge.id)).not.toContain(id)
  await expect(member.write(retireAchievement, achievements.digitalPromise)).rejects.toThrow(
    Conflict,
  )
})

test('an educator does not change the catalog', async () => {
  const member = await asMember(await openTestStore(), ana)

  await expect(member.write(saveCourse, { title: 'Mine' })).rejects.toThrow(Forbidden)
  await expect(member.write(retireCourse, courses.coding)).rejects.toThrow(Forbidden)
  await expect(member.write(saveAchievement, { title: 'Mine', issuer: 'Me' })).rejects.toThrow(
    Forbidden,
  )
  await expect(member.read(listCatalogCourses, FIRST)).rejects.toThrow(Forbidden)
})

test('the catalog of another district is neither seen nor changed', async () => {
  const stranger = await asMember(await openTestStore(), world.southside.ming)
  const theirs = { id: courses.coding, title: 'Ours now' }

  await expect(stranger.write(saveCourse, theirs)).rejects.toThrow(NotFound)
  await expect(stranger.write(retireCourse, courses.coding)).rejects.toThrow(NotFound)
  await expect(
    stranger.write(saveAchievement, { ...theirs, id: achievements.apple, issuer: 'Us' }),
  ).rejects.toThrow(NotFound)
  await expect(stranger.write(retireAchievement, achievements.apple)).rejects.toThrow(NotFound)
  expect((await stranger.read(listCourses)).map(({ id }) => id)).not.toContain(courses.coding)
})

test.each([
  ['', 'title'],
  ['  ', 'title'],
])('a course without a title is refused', (title, field) => {
  const { error } = courseInput.safeParse({ title })

  expect(error!.issues.map(({ path }) => path[0])).toContain(field)
})

test('hours are read as people write them, and may be left empty', () => {
  expect(courseInput.parse({ title: 'A', hours: '1:30' }).hours).toBe(90)
  expect(courseInput.parse({ title: 'A' }).hours).toBe(undefined)
  expect(courseInput.safeParse({ title: 'A', hours: 'long' }).success).toBe(false)
})
