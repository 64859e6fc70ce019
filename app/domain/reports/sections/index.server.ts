import { approvals } from './approvals.server'
import { badges } from './badges.server'
import { competencies } from './competencies.server'
import { equity } from './equity.server'
import { evidence } from './evidence.server'
import { goals } from './goals.server'
import { hours } from './hours.server'
import { participation } from './participation.server'
import { pathways } from './pathways.server'

/** The sections of the report, in their order. A new one is a module of this shape and a line here. */
export const SECTIONS = {
  participation,
  equity,
  hours,
  competencies,
  evidence,
  pathways,
  goals,
  badges,
  approvals,
} as const

export type SectionKey = keyof typeof SECTIONS
