import { describe, expect, test } from 'vitest'
import { isCommon } from '~/domain/people/block-list'
import { MAX_PASSWORD_BYTES, passwordProblem } from '~/domain/people/password'
import { DEMO_PASSWORD } from '../../support/world'

const NAMES = ['Ana', 'Álvarez', 'ana.alvarez@northside.example', 'Northside Public Schools']
const GOOD = 'seven boats under a red lamp'

describe('a new password', () => {
  test.each([
    GOOD,
    'kelp-Nocturne-Vat-91',
    'wqz8 vhfpl2 mxk tor',
    'ein Boot voll Käse und Äpfel',
    'πέντε μικρά καράβια στη θάλασσα',
    'four trout play chess badly',
    'x'.repeat(3) + GOOD.repeat(20) + 'y',
  ])('will do without capitals, digits or signs: %s', (password) => {
    expect(passwordProblem(password, NAMES)).toBeNull()
  })

  test('has at least fifteen characters, counted as people see them', () => {
    expect(passwordProblem('vat kelp lamp1', NAMES)).toMatch(/at least 15/)
    expect(passwordProblem('vat kelp lamp12', NAMES)).toBeNull()
    expect(passwordProblem('🦆🦢🦉🦅🦩🐧🐦kelp', NAMES)).toMatch(/at least 15/)
  })

  test('has at most a thousand bytes', () => {
    const long = Array.from({ length: 400 }, (_, at) => `${at * 7919}ü`).join(' ')

    expect(new TextEncoder().encode(long).length).toBeGreaterThan(MAX_PASSWORD_BYTES)
    expect(passwordProblem(long, NAMES)).toMatch(/longer/)
  })

  test.each([
    DEMO_PASSWORD,
    'northside2026!!',
    'Northside Public Schools',
    'ana.alvarez@northside.example',
    'Ana Alvarez Cairn 1',
    'CairnCairnCairn!7',
  ])('does not lean on the names around it: %s', (password) => {
    expect(passwordProblem(password, NAMES)).toMatch(/tried first/)
  })

  test('may have a name in it beside words of its own', () => {
    expect(passwordProblem('Northside otters juggle plums', NAMES)).toBeNull()
  })
})

describe('the block list', () => {
  test.each([
    'correcthorsebatterystaple',
    'Correct Horse Battery Staple 1',
    'The quick brown fox jumps over the lazy dog',
    'may the force be with you',
    'passwordpassword',
    'P@ssw0rdP@ssw0rd',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'my cat my cat my cat',
    '123456789012345',
    'abcdefghijklmnop',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv',
    'Welcome2026Summer',
    'iloveyouprincess1',
    'Admin!Admin!Admin!1',
    'winterschool2027',
    '!!!!!!!!!!!!!!!!!',
    '19870412 19870412',
  ])('has %s', (password) => {
    expect(isCommon(password)).toBe(true)
  })

  test.each([GOOD, 'football sunshine dragon monkey tuba', 'zebra quilts 1987 marmalade'])(
    'does not have %s',
    (password) => {
      expect(isCommon(password)).toBe(false)
    },
  )
})
