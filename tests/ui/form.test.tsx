import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CheckboxField, RadioGroupField } from '~/ui/choice-field'
import { TextField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'

const render = (children: ReactNode, reply?: Reply) =>
  renderToStaticMarkup(<FormReply reply={reply}>{children}</FormReply>)

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1]

describe('a field', () => {
  test('ties its label, hint and error to the control', () => {
    const html = render(
      <TextField label="Hours" name="hours" hint="1.5 or 90 min" error="Write a number." />,
    )
    const [hint, error] = attribute(html, 'input', 'aria-describedby')!.split(' ')
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'))
    expect(html).toContain(`id="${hint}"`)
    expect(html).toContain(`id="${error}"`)
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
  })

  test('says nothing of an error it does not have', () => {
    const html = render(<TextField label="Hours" name="hours" />)
    expect(attribute(html, 'input', 'aria-invalid')).toBeUndefined()
    expect(attribute(html, 'input', 'aria-describedby')).toBeUndefined()
  })
})

describe('a form that was refused', () => {
  const reply: Reply = {
    initialValue: { title: 'PLC', kind: 'plc', steps: [{ name: 'Attend' }] },
    error: { title: ['Say a little more.'], '': null },
  }

  test('comes back filled in, also where names are nested', () => {
    const html = render(
      <>
        <TextField label="Title" name="title" defaultValue="stored" />
        <TextField label="Step" name="steps[0].name" />
      </>,
      reply,
    )
    expect(html).toContain('value="PLC"')
    expect(html).toContain('value="Attend"')
    expect(html).not.toContain('stored')
  })

  test('keeps what was emptied empty and what was unchecked unchecked', () => {
    const html = render(
      <>
        <TextField label="Place" name="place" defaultValue="stored" />
        <CheckboxField label="Shared" name="shared" defaultChecked />
      </>,
      reply,
    )
    expect(html).not.toContain('stored')
    expect(html).not.toContain('checked=""')
  })

  test('chooses again what was chosen', () => {
    const choices = ['workshop', 'plc'].map((value) => ({ value, label: value }))
    const html = render(
      <RadioGroupField label="Kind" name="kind" choices={choices} defaultValue="workshop" />,
      reply,
    )
    expect(html).toMatch(
      /<input[^>]*checked=""[^>]*value="plc"|<input[^>]*value="plc"[^>]*checked=""/,
    )
  })

  test('names what is to be fixed on top and links it to the field', () => {
    const html = render(<TextField label="Title" name="title" />, reply)
    expect(html).toContain('One thing to fix')
    expect(attribute(html, 'a', 'href')).toBe(`#${attribute(html, 'input', 'id')}`)
  })
})
