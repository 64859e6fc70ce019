import { useRef, useState } from 'react'
import { FieldWords, useField, type FieldProps } from './field-frame'
import { Icon } from './icon'

/** Files by drop, by choice, or on a phone by camera; shows what was chosen before it is sent. */
export function FileField(
  props: FieldProps & {
    /** As in `<input accept>`. */
    accept?: string
    multiple?: boolean
    form?: string
    /** Offers the camera first on a phone, for evidence on paper. */
    camera?: boolean
    /** Larger files are named before they are sent. */
    maxBytes?: number
    onChosen?: (files: File[]) => void
  },
) {
  const { accept, multiple, camera, form, maxBytes = Infinity, onChosen, ...words } = props
  const field = useField(words)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<File[]>([])
  const [isOver, setIsOver] = useState(false)

  const show = (files: FileList | null) => {
    const list = [...(files ?? [])]
    setChosen(list)
    onChosen?.(list)
  }

  return (
    <div>
      <FieldWords field={field} {...words} />
      <div
        data-over={isOver || undefined}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node)) setIsOver(false)
        }}
        onDrop={() => setIsOver(false)}
        className="relative rounded-control border border-dashed border-line-strong bg-card transition-colors hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus data-over:border-solid data-over:border-accent data-over:bg-accent-soft"
      >
        <div aria-hidden className="flex items-center gap-3 p-4 text-ink-quiet">
          <Icon name={camera ? 'camera' : 'upload'} size="large" />
          <span>
            <span className="font-semibold text-accent">
              {camera && <span className="md:hidden">Take a photo or choose a file</span>}
              <span className={camera ? 'max-md:hidden' : ''}>
                {multiple ? 'Choose files' : 'Choose a file'}
              </span>
            </span>
            <span className="max-md:hidden"> or drop {multiple ? 'them' : 'it'} here</span>
          </span>
        </div>
        <input
          {...field.control}
          ref={input}
          type="file"
          accept={accept}
          multiple={multiple}
          form={form}
          onChange={(event) => show(event.currentTarget.files)}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </div>
      <ul aria-live="polite" className="mt-2 space-y-1 text-sm empty:hidden">
        {chosen.map((file) => (
          <li key={file.name} className="flex items-center gap-2">
            <Icon name="file" size="small" />
            <span className="min-w-0 wrap-anywhere">{file.name}</span>
            {file.size > maxBytes ? (
              <span className="font-semibold text-bad">
                {fileSize(file.size)}; the limit is {fileSize(maxBytes)}
              </span>
            ) : (
              <span className="shrink-0 text-ink-quiet">{fileSize(file.size)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A size as people read it: "31 MB", "820 KB". */
export function fileSize(bytes: number) {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
