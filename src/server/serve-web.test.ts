import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { givenTemporaryDirectory } from '../../tests/temporary-directory.ts'
import { openLog } from './platform/log.ts'
import { policyOfPage } from './security-headers.ts'
import { serveWeb } from './serve-web.ts'

const log = openLog('silent')
const webDirectory = givenTemporaryDirectory()
writeFileSync(path.join(webDirectory, 'index.html'), '<!doctype html>')

async function opened(publicUrl: string, host: string, url = '/sign-in?next=/o/1', headers: Record<string, string> = {}) {
  const http = fastify()
  serveWeb(http, { webDirectory, publicUrl, log })
  const { statusCode, headers: answered } = await http.inject({ url, headers: { host, ...headers } })
  return [statusCode, answered.location]
}
const local = 'http://localhost:4280'

test('on this machine pages are shown under the one name that passkeys belong to', async () => {
  expect(await opened(local, 'localhost:4280')).toEqual([200, undefined])
  for (const host of ['127.0.0.1:4280', '[::1]:4280']) expect(await opened(local, host)).toEqual([302, `${local}/sign-in?next=/o/1`])
  expect(await opened('http://127.0.0.1:4280', 'localhost:4280')).toEqual([302, 'http://127.0.0.1:4280/sign-in?next=/o/1'])
})

test('nobody is sent anywhere else: not to another port, not from another machine, not behind a proxy', async () => {
  expect(await opened(local, '127.0.0.1:8080')).toEqual([200, undefined])
  expect(await opened(local, '192.168.1.5:4280')).toEqual([200, undefined])
  expect(await opened('https://prokura.example', '127.0.0.1:4280')).toEqual([200, undefined])
  expect(await opened(local, '127.0.0.1:4280', '/', { 'x-forwarded-for': '203.0.113.7' })).toEqual([200, undefined])
  expect(await opened(local, 'no host', '/')).toEqual([200, undefined])
  expect(await opened(local, '127.0.0.1:4280', '//evil.example')).toEqual([302, `${local}//evil.example`])
})

test('the page may run its own script, word for word, and nothing else that stands in it', async () => {
  const directory = givenTemporaryDirectory()
  writeFileSync(path.join(directory, 'index.html'), '<script type="application/json">{}</script><script>\nlet one = 1</script>')
  const http = fastify()
  serveWeb(http, { webDirectory: directory, publicUrl: local, log })
  const { headers } = await http.inject({ url: '/sign-in', headers: { host: 'localhost:4280' } })
  const [, scripts] = /script-src ([^;]*)/.exec(String(headers['content-security-policy'])) ?? []
  const hash = createHash('sha256').update('\nlet one = 1').digest('base64')
  expect(scripts).toBe(`'self' 'sha256-${hash}'`)
  expect(policyOfPage('<script>\nlet one = 2</script>')).not.toContain(hash)
})

test('a built file goes out in the smallest form that the browser reads, and is kept for a year', async () => {
  mkdirSync(path.join(webDirectory, 'assets'))
  for (const [ending, content] of Object.entries({ '': 'as it is', '.br': 'in Brotli', '.gz': 'in gzip' }))
    writeFileSync(path.join(webDirectory, `assets/page-1.js${ending}`), content)
  const http = fastify()
  serveWeb(http, { webDirectory, publicUrl: local, log })
  const asked = async (encodings: string) => {
    const { body, headers } = await http.inject({ url: '/assets/page-1.js', headers: { 'accept-encoding': encodings } })
    return [body, headers['content-encoding'], headers['content-type'], headers['vary'], headers['cache-control']]
  }
  const [type, year] = ['application/javascript; charset=utf-8', 'public, max-age=31536000, immutable']
  expect(await asked('gzip, deflate, br, zstd')).toEqual(['in Brotli', 'br', type, 'accept-encoding', year])
  expect(await asked('gzip')).toEqual(['in gzip', 'gzip', type, 'accept-encoding', year])
  expect(await asked('identity')).toEqual(['as it is', undefined, type, 'accept-encoding', year])
})
