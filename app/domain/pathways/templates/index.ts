import type { Template } from './template'
import { accessibility } from './accessibility'
import { aiLiteracy } from './ai-literacy'
import { assessment } from './assessment'
import { coaching } from './coaching'
import { mediaLiteracy } from './media-literacy'
import { privacy } from './privacy'

/** The pathways that come with the product, in the order in which they are offered. */
export const TEMPLATES: Template[] = [
  aiLiteracy,
  accessibility,
  privacy,
  assessment,
  mediaLiteracy,
  coaching,
]
