import type { MouseEvent, ReactNode } from 'react'
import { buttonLook, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'

/**
 * A question over the page. Trigger and closing are links to `#id` and back, so that it opens without
 * JavaScript too; with it the browser's modal dialog takes over.
 */
export function Dialog(props: { id: string; title: string; children: ReactNode }) {
  return (
    <dialog
      id={props.id}
      aria-labelledby={`${props.id}-title`}
      closedby="any"
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-card border border-line-strong bg-card p-0 text-ink target:fixed target:inset-0 target:z-50 target:block target:outline-[100vmax] target:outline-scrim print:hidden"
    >
      <div className="flex items-start justify-between gap-4 px-6 pt-5">
        <h2 id={`${props.id}-title`} className="pt-1 font-serif text-xl font-semibold">
          {props.title}
        </h2>
        <a
          href="#main"
          aria-label="Close"
          onClick={close}
          className="-mr-2 grid size-11 shrink-0 place-items-center rounded-control text-ink-quiet hover:bg-sunken hover:text-ink md:size-9"
        >
          <Icon name="close" />
        </a>
      </div>
      <div className="px-6 pt-3 pb-6">{props.children}</div>
    </dialog>
  )
}

type DialogLinkProps = ButtonLook & { icon?: IconName; children: ReactNode }

/** Opens the dialog `of` that id. */
export function DialogTrigger(props: DialogLinkProps & { of: string }) {
  return (
    <a
      href={`#${props.of}`}
      aria-haspopup="dialog"
      onClick={(event) => {
        const dialog = document.getElementById(props.of)
        if (!(dialog instanceof HTMLDialogElement)) return
        event.preventDefault()
        dialog.showModal()
        dialog.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
      }}
      className={buttonLook(props)}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  )
}

/** Leaves the dialog it stands in, with nothing changed. */
export function DialogClose(props: DialogLinkProps) {
  return (
    <a href="#main" onClick={close} className={buttonLook(props)}>
      {props.children}
    </a>
  )
}

function close(event: MouseEvent) {
  const dialog = event.currentTarget.closest('dialog')
  if (!dialog?.open) return
  event.preventDefault()
  dialog.close()
}
