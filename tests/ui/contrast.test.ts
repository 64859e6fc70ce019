import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Lab = [lightness: number, a: number, b: number]
type Theme = 'light' | 'dark' | 'print'
type Block = Theme | 'ramps'
type Tokens = Record<string, string>

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
const tokens = readTokens()

const surfaces = ['page', 'card', 'sunken']
const on = (text: string, backgrounds: string[]) => backgrounds.map((each) => [text, each] as const)

const words = [
  ...on('ink', [...surfaces, 'accent-soft', 'blaze-soft']),
  ...on('ink-quiet', [...surfaces, 'accent-soft', 'blaze-soft']),
  ...on('accent', [...surfaces, 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft', 'blaze-soft']),
  ...on('accent-strong', [...surfaces, 'accent-soft']),
  ...on('on-accent', ['accent', 'accent-strong']),
  ...on('page', ['ink']),
  ...on('good', [...surfaces, 'good-soft']),
  ...on('warn', [...surfaces, 'warn-soft']),
  ...on('bad', [...surfaces, 'bad-soft']),
  ...on('blaze-ink', [...surfaces, 'blaze-soft']),
]

const lines = ['line-strong', 'blaze', 'focus', 'accent', ...series()].flatMap((line) =>
  on(line, surfaces),
)

const themes: Theme[] = ['light', 'dark', 'print']

describe.each(themes)('the %s theme', (theme) => {
  test.each(words)('%s can be read on %s', (text, surface) => {
    expect(contrast(theme, text, surface)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(lines)('%s can be seen on %s', (line, surface) => {
    expect(contrast(theme, line, surface)).toBeGreaterThanOrEqual(3)
  })
})

test('the dark theme has a value of its own for each color', () => {
  const missing = Object.keys(tokens.light).filter((name) => !(name in tokens.dark))
  expect(missing).toEqual([])
})

function series() {
  return [1, 2, 3, 4, 5, 6].map((number) => `series-${number}`)
}

/** The colors of `tokens.css`, by the block they stand in. */
function readTokens() {
  const found = { ramps: {}, light: {}, dark: {}, print: {} } as Record<Block, Tokens>
  let block: Block = 'ramps'
  for (const line of css.split('\n')) {
    if (line === ':root,') block = 'light'
    if (line.includes('@variant dark')) block = 'dark'
    if (line.includes('@media print')) block = 'print'
    const [, name, value] = /^\s*--([\w-]+): (.+);$/.exec(line) ?? []
    if (name && value) found[block][name] = value
  }
  return found
}

function contrast(theme: Theme, text: string, surface: string) {
  const [one = 0, other = 0] = [text, surface].map((name) => luminance(color(theme, name)))
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function color(theme: Theme, name: string): Lab {
  const value = tokens[theme][name] ?? tokens.light[name] ?? tokens.ramps[name]
  if (!value) throw new Error(`There is no --${name}`)
  return parse(theme, value)
}

function parse(theme: Theme, value: string): Lab {
  if (value === 'white') return [1, 0, 0]
  if (value === 'black') return [0, 0, 0]

  const reference = /^var\(--([\w-]+)\)$/.exec(value)
  if (reference?.[1]) return color(theme, reference[1])

  const mix = /^color-mix\(in oklab, (.+?) (\d+)%, (.+)\)$/.exec(value)
  if (mix?.[1] && mix[3]) {
    const share = Number(mix[2]) / 100
    const other = parse(theme, mix[3])
    return parse(theme, mix[1]).map((part, i) => part * share + other[i]! * (1 - share)) as Lab
  }

  const oklch = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/.exec(value)
  if (!oklch) throw new Error(`Cannot read ${value}`)
  const [lightness = 0, chroma = 0, hue = 0] = oklch.slice(1).map(Number)
  const angle = (hue * Math.PI) / 180
  return [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

/** The relative luminance of WCAG, from the linear sRGB of an OKLab color, clipped to what a screen shows. */
function luminance([lightness, a, b]: Lab) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(Math.max(value, 0), 1)
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
