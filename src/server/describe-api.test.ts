import { expect, test } from 'vitest'
import { app } from './app.ts'
import { paths } from './decisions/metadata.ts'
import { describeApi } from './describe-api.ts'

const document = JSON.parse(JSON.stringify(describeApi('http://127.0.0.1:4280'))) as {
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>
}
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

test('every endpoint of the table is described, under a name of its own', () => {
  expect(operations.length).toBe(app.length + Object.keys(paths).length)
  expect(app.length).toBeGreaterThan(20)
  const names = operations.map(({ operationId }) => operationId)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('every parameter of a path is described', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const { parameters } of Object.values(methods))
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(wanted)
  }
})

test('every endpoint that changes something asks for an idempotency key; previews, which change nothing, do not', () => {
  const withoutKey = app.filter(({ method, path }) => {
    const { parameters = [] } = document.paths[path]?.[method.toLowerCase()] ?? {}
    return method !== 'GET' && !parameters.some(({ name }) => name === 'Idempotency-Key')
  })
  expect(withoutKey.map(({ action }) => action).toSorted()).toEqual([
    'previewAccess',
    'previewNarrowing',
    'previewRequest',
    'previewRequested',
  ])
})
