import { newLongId } from '#db/id'
import type { NewLicenseInput } from '~/domain/licenses/inputs.server'

/** A Massachusetts license as somebody types it; its cycle runs from 1 July 2024 to 30 June 2029. */
export const license = (given: Partial<NewLicenseInput> = {}): NewLicenseInput => ({
  id: newLongId(),
  version: 0,
  jurisdiction: 'US-MA',
  kind: 'professional',
  area: 'Physics 8–12',
  number: '482913',
  expiresOn: '2029-06-30',
  endorsements: [],
  ...given,
})
