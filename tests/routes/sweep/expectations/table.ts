import type { Table } from '../expectation'
import { learning } from './learning'
import { management } from './management'
import { school } from './school'

/** What every route below `/d/:district` answers to whom. */
export const expectations: Table = { ...learning, ...school, ...management }
