import { useSubmit } from '@remix-run/react'
import { type DragEvent, useRef } from 'react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'

type Dragged = { key: string; isGroup: boolean }

/**
 * Lets the parts of a path be dragged to where they belong. It does what the buttons do, at the same
 * address; without a mouse or without JavaScript nothing is missing.
 */
export function useDragging(pathway: { id: string }, isOpen: boolean) {
  const { district } = useDistrict()
  const submit = useSubmit()
  const dragged = useRef<Dragged | null>(null)
  if (!isOpen) return { item: () => ({}), list: () => ({}) }

  const drop = (to: string, before: string | null) => (event: DragEvent) => {
    const part = dragged.current
    if (!part || part.key === before || (part.isGroup && to !== 'path')) return
    event.preventDefault()
    event.stopPropagation()
    dragged.current = null
    submit(before ? { to, before } : { to }, {
      method: 'post',
      action: paths.pathwayPartPosition(district, pathway, part.key),
      preventScrollReset: true,
    })
  }
  const allow = (to: string) => (event: DragEvent) => {
    if (!dragged.current || (dragged.current.isGroup && to !== 'path')) return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    /** A part that can be dragged, and before which another one can be dropped. */
    item: (part: Dragged & { to: string }) => ({
      draggable: true,
      onDragStart(event: DragEvent) {
        event.stopPropagation()
        event.dataTransfer.effectAllowed = 'move'
        dragged.current = part
      },
      onDragOver: allow(part.to),
      onDrop: drop(part.to, part.key),
    }),
    /** A group, at the end of which a step can be dropped. */
    list: (groupKey: string) => ({ onDragOver: allow(groupKey), onDrop: drop(groupKey, null) }),
  }
}
