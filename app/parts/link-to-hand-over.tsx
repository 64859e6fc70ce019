import { useState } from 'react'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'

/** A link that lets somebody in, to be copied and handed over to that person alone. */
export function LinkToHandOver(props: { link: string; id?: string }) {
  const { link, id } = props
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setIsCopied(true)
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-64">
        <TextField
          label="Link"
          name="link"
          id={id}
          hint="Whoever has it can sign in as this person: give it to nobody else."
          readOnly
          defaultValue={link}
        />
      </div>
      <Button type="button" icon={isCopied ? 'check' : 'copy'} onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}
