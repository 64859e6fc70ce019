import { expect, test } from 'vitest'
import { listTestFiles, projectsOf } from './projects'

test('a test that needs a database runs on both engines', () => {
  expect(projectsOf('tests/routes/activities/new.test.ts')).toEqual(['sqlite', 'postgres'])
})

test('a folder that nobody named is not left out', () => {
  expect(projectsOf('tests/ui/field.test.tsx')).toEqual(['unit'])
  expect(projectsOf('tests/anything/at-all.test.ts')).toEqual(['unit'])
  expect(projectsOf('tests/e2e/sign-in.test.ts')).toEqual(['e2e'])
})

test('this file is found', () => {
  expect(listTestFiles()).toContain('tests/support/projects.test.ts')
})
