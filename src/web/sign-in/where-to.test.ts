import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from './where-to.ts'

const origin = 'https://prokura.example'

test('a page of ours is where one goes', () => {
  for (const path of ['/', '/go/manager', '/o/0190?status=active&status=ended#list', '/r/token', '/help/a%2Fb'])
    expect(ownPath(path, origin)).toBe(path)
})

test('anything that leads elsewhere is not followed', () => {
  const elsewhere = [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    ' /go/manager',
    'go/manager',
    '/sign-in?next=/sign-in',
    '/..//evil.example',
  ]
  expect(elsewhere.filter((path) => ownPath(path, origin) !== undefined)).toEqual([])
})

test('whatever is asked for, one stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `/${text}`),
        fc.string().map((text) => `//${text}`),
      ),
      (wanted) => {
        const path = ownPath(wanted, origin)
        if (path !== undefined) expect(new URL(path, origin).origin).toBe(origin)
      },
    ),
  )
})
