// An installation under a public address: what is for the operator alone is not served to whoever asks.
import http from 'node:http'
import { expect, test } from 'vitest'
import { givenServer } from './server.ts'

const server = await givenServer({ set: { PUBLIC_URL: 'https://prokura.example', LOG_LEVEL: 'silent' } })

function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    http
      .get(`http://127.0.0.1:${server.config.port}${path}`, { headers }, (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      .on('error', reject)
  })
}

test('the mailbox is not there, not even for this machine: a proxy asks as if it were it', async () => {
  for (const path of ['/mailbox', '/mailbox/messages/x', '/mailbox/style.css'])
    for (const headers of [{}, { host: 'localhost' }, { host: 'prokura.example' }])
      expect((await ask(path, headers)).body).not.toMatch(/mailbox\/style\.css|<nav>/)
})

test('figures are for whoever watches from inside', async () => {
  expect((await ask('/metrics')).body).toContain('http_request_duration_seconds')
  const outside = [
    { host: 'prokura.example' },
    { host: 'PROKURA.example:443' },
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
  ]
  for (const headers of outside) expect((await ask('/metrics', headers)).body).not.toContain('http_request_duration_seconds')
})

test('no answer says what it is made of', async () => {
  for (const path of ['/', '/api/me', '/api/nothing', '/livez', '/readyz', '/api/openapi.json']) {
    const { body } = await ask(path)
    expect(body).not.toMatch(/node_modules|\/src\/|postgres/i)
  }
})
