import type { Part, Terms } from '../path'
import { TEMPLATES } from './index'
import { emptyAsk } from '../step-kinds'
import type { Ask } from '../step-kinds/kind'

/** A step as a template has it; a course or a badge without an id is still to be chosen. */
export type TemplateStep = {
  title: string
  instructions?: string
  asks: (Partial<Ask> & Pick<Ask, 'kind'>)[]
  weight?: number
}

export type TemplateGroup = Partial<Terms> & { title: string; steps: TemplateStep[] }

/** A pathway that comes with the product, to begin one's own with. */
export type Template = Partial<Terms> & {
  key: string
  title: string
  description: string
  validMonths?: number
  parts: (TemplateStep | TemplateGroup)[]
}

/** The template of a key. */
export const findTemplate = (key: string | undefined) =>
  TEMPLATES.find((template) => template.key === key) ?? null

/** The parts of a template as a version has them; the keys stand for those that are given to them. */
export function partsOfTemplate({ parts }: Template) {
  return parts.map((part, at): Part<ReturnType<typeof stepOf>, ReturnType<typeof groupOf>> => {
    if (!('steps' in part)) return { step: stepOf(part, `${at}`) }
    const steps = part.steps.map((step, within) => stepOf(step, `${at}.${within}`))
    return { group: groupOf(part, `${at}`), steps }
  })
}

const stepOf = ({ title, instructions, asks, weight }: TemplateStep, stepKey: string) => ({
  stepKey,
  title,
  instructions: instructions ?? null,
  weight: weight ?? 1,
  allowedDays: null,
  asks: asks.map((ask) => ({ ...emptyAsk(ask.kind), ...ask })),
})

const groupOf = ({ title, requiredSteps, ordered }: TemplateGroup, groupKey: string) => ({
  groupKey,
  title,
  requiredSteps: requiredSteps ?? null,
  ordered: ordered ?? false,
})
