// The colours keep their promises in both themes: words at least 4.5:1, what bounds a control and what focuses it at least 3:1.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

type Colour = readonly [lightness: number, chroma: number, hue: number]

const css = readFileSync(path.join(import.meta.dirname, 'styles.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\);/g)].map(([, name, light, dark]) => [
    name,
    { light: read(light), dark: read(dark) },
  ]),
)

const grounds = ['canvas', 'sunken', 'surface', 'float', 'hover']
const words = ['ink', 'muted', 'faint', 'accent-ink', 'danger-ink', 'success-ink', 'warning-ink', 'violet-ink']
const pairs: readonly (readonly [string, string, number])[] = [
  ...grounds.flatMap((ground) => words.map((word) => [word, ground, 4.5] as const)),
  ...['accent', 'accent-hover', 'danger', 'danger-hover', 'violet', 'violet-hover'].map((solid) => ['on-solid', solid, 4.5] as const),
  ...['accent', 'success', 'warning', 'danger', 'violet'].map((tone) => [`${tone}-ink`, `${tone}-soft`, 4.5] as const),
  ...['canvas', 'sunken', 'surface'].flatMap((ground) => [['edge', ground, 3] as const, ['focus', ground, 3] as const]),
]

test.each(['light', 'dark'] as const)('every pair of colours that meets is readable in the %s theme', (theme) => {
  const poor = pairs.map(([front, back, least]) => ({ front, back, least, ratio: contrast(token(front)[theme], token(back)[theme]) }))
  expect(poor.length).toBeGreaterThan(50)
  expect(poor.filter(({ ratio, least }) => ratio < least)).toEqual([])
})

function token(name: string): { light: Colour; dark: Colour } {
  const found = tokens.get(name)
  if (!found) throw new Error(`styles.css has no colour ${name}`)
  return found
}

function read(text = ''): Colour {
  const [lightness = 0, chroma = 0, hue = 0] = text.split(' ').map(Number)
  return [lightness, chroma, hue]
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** OKLCH to relative luminance in sRGB (CSS Color 4, 10.3; WCAG 2.2). */
function luminance([lightness, chroma, hue]: Colour): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const inGamut = (value: number) => Math.min(1, Math.max(0, value))
  const red = inGamut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = inGamut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = inGamut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
