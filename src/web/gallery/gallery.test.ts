// Every component of src/web/ui is in the gallery: shown by name, as a part of one that is, or around every page.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const components = globSync('src/web/ui/*.tsx').filter((file) => !file.includes('.test.'))

function shownFrom(file: string, shown = new Set<string>()): ReadonlySet<string> {
  if (shown.has(file)) return shown
  shown.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+\.tsx)'/g)) {
    const imported = path.join(path.dirname(file), target)
    if (/^src\/web\/(gallery|ui)\//.test(imported)) shownFrom(imported, shown)
  }
  return shown
}

test('no component is missing', () => {
  const shown = new Set([...shownFrom('src/web/gallery/gallery.tsx'), ...shownFrom('src/web/main.tsx')])
  expect(components.length).toBeGreaterThan(50)
  expect(components.filter((file) => !shown.has(file))).toEqual([])
})
