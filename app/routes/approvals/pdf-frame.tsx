import { useEffect, useRef } from 'react'

/**
 * A PDF in its place. The viewers of browsers take the focus once they are there, also from who is typing
 * a reason beside it: nothing but Tab and the pointer leads into this one.
 */
export function PdfFrame({ src, title }: { src: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const open = () => frame.current?.removeAttribute('inert')

  useEffect(() => {
    const own = frame.current!
    const openForTab = (event: KeyboardEvent) => event.key === 'Tab' && own.removeAttribute('inert')
    if (document.activeElement === own) own.blur()
    own.setAttribute('inert', '')
    document.addEventListener('keydown', openForTab, true)
    return () => document.removeEventListener('keydown', openForTab, true)
  }, [])

  return (
    <div onPointerEnter={open}>
      {/* The viewers do not run in a sandbox; the file's own policy forbids all else. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={frame}
        src={src}
        title={title}
        className="h-[28rem] w-full rounded-control border border-line bg-card max-md:hidden"
      />
    </div>
  )
}
