import { useState } from 'react'
import { FieldWords, useField, type FieldProps } from './field-frame'
import { Icon } from './icon'

/** Files by drop, by choice, or on a phone by camera; shows what was chosen before it is sent. */
export function FileField(
  props: FieldProps & {
    /** As in `<input accept>`. */
    accept?: string
    multiple?: boolean
    form?: string
    /** Says on a phone that a photo will do; the phone itself offers its camera. */
    camera?: boolean
    /** Larger files are named before they are sent. */
    maxBytes?: number
    onChosen?: (files: File[]) => void
  },
) {
  const { accept, multiple, camera, form, maxBytes = Infinity, onChosen, ...words } = props
  const field = useField(words)
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
      <input
        {...field.control}
        type="file"
        accept={accept}
        multiple={multiple}
        form={form}
        data-over={isOver || undefined}
        onDragEnter={() => setIsOver(true)}
        onDragLeave={() => setIsOver(false)}
        onDrop={() => setIsOver(false)}
        onChange={(event) => show(event.currentTarget.files)}
        className="block w-full cursor-pointer rounded-control border border-dashed border-line-strong bg-card p-3 text-sm text-ink-quiet transition-colors file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-line-strong file:bg-card file:px-4 file:text-base file:font-semibold file:text-ink hover:border-ink hover:file:border-ink hover:file:bg-sunken data-over:border-solid data-over:border-accent data-over:bg-accent-soft md:p-4 md:file:min-h-10"
      />
      <p className="mt-1.5 text-sm text-ink-quiet">
        {camera && <span className="md:hidden">A photo of the paper is enough. </span>}
        <span className="max-md:hidden">
          {multiple ? 'Files can also be dropped here.' : 'A file can also be dropped here.'}
        </span>
      </p>
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
