import type { District, Table } from '../expectation'
import { learning } from './learning'
import { licenses } from './licenses'
import { management } from './management'
import { mandates } from './mandates'
import { people } from './people'
import { retention } from './retention'
import { school } from './school'
import { stateFile } from './state-file'

/** What every route below `/d/:district` answers to whom, with the rows of a district as samples. */
export const expectationsFor = (district: District): Table => ({
  ...learning(district),
  ...licenses(district),
  ...school(district),
  ...management(district),
  ...people(district),
  ...mandates(district),
  ...retention(district),
  ...stateFile(district),
  'nowhere-in-district.tsx': { loader: { open: [] } },
})
