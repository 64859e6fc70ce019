import { approvals } from './approvals.server'
import { badges } from './badges.server'
import { goals } from './goals.server'
import { hours } from './hours.server'
import { participation } from './participation.server'
import { pathways } from './pathways.server'

/** The sections of the report, in their order. A new one is a module of this shape and a line here. */
export const SECTIONS = { participation, hours, pathways, goals, badges, approvals } as const

export type SectionKey = keyof typeof SECTIONS
