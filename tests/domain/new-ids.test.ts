import { idOfNumber, newLongId } from '#db/id'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { activityInput, draftInput } from '~/domain/activities/inputs.server'
import { awardInput } from '~/domain/badges/inputs.server'
import { completionInput } from '~/domain/completions/inputs.server'
import { goalInput } from '~/domain/goals/inputs.server'
import { licenseInput, newLicenseInput } from '~/domain/licenses/inputs.server'
import { listInput } from '~/domain/lists/inputs.server'
import { affiliationInput, leaveInput, newMemberInput } from '~/domain/members/inputs.server'
import {
  packagedActivity,
  packagedBadge,
  packagedCompletion,
  packagedCycle,
  packagedLicense,
} from '~/domain/packages/format.server'
import { savedReportInput, snapshotInput } from '~/domain/reports/inputs.server'
import { fileInput } from '~/domain/state-files/inputs.server'

const SHORT = idOfNumber(12)

/** What is said of an id, whatever else is wrong. */
const saidOf = (schema: z.ZodType, id: string) =>
  schema.safeParse({ id }).error?.issues.find(({ path }) => path.join() === 'id')?.message

const forms = {
  activityInput,
  draftInput,
  awardInput,
  completionInput,
  goalInput,
  newLicenseInput,
  listInput,
  newMemberInput,
  affiliationInput,
  leaveInput,
  snapshotInput,
  savedReportInput,
  fileInput,
}

describe('a form that makes a row', () => {
  test.each(Object.entries(forms))('takes a long id, and no short one: %s', (_, schema) => {
    expect(saidOf(schema, newLongId())).toBeUndefined()
    expect(saidOf(schema, SHORT)).toBe('This form is out of date. Open it again.')
    expect(saidOf(schema, 'no id')).toBe('This form is out of date. Open it again.')
  })
})

test('a form that changes a license takes either, for a row that is there', () => {
  expect(saidOf(licenseInput, newLongId())).toBeUndefined()
  expect(saidOf(licenseInput, SHORT)).toBeUndefined()
})

const rows = {
  packagedActivity,
  packagedCompletion,
  packagedBadge,
  packagedLicense,
  packagedCycle,
}

describe('a package that brings a row under its id', () => {
  test.each(Object.entries(rows))('takes a long one, and no short one: %s', (_, schema) => {
    expect(saidOf(schema, newLongId())).toBeUndefined()
    expect(saidOf(schema, SHORT)).toBe('is not an identifier of 13 letters')
  })
})
