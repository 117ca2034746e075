import path from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, portTaken, readConfig } from './config.ts'

test('nothing needs to be set', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 4280,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4280',
    demo: true,
    mailboxFor: 'this_machine',
  })
  expect(config.dataDirectory).toBe(path.resolve('.data'))
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['HOST', 'two words'],
  ['DATABASE_URL', 'mysql://localhost/db'],
  ['SMTP_URL', 'mail.example'],
  ['PUBLIC_URL', 'https://prokura.example/path'],
  ['PUBLIC_URL', 'prokura.example'],
  ['MAIL_FROM', 'x <a@b.example>\r\nBcc: everybody@b.example'],
  ['LOG_LEVEL', 'loud'],
  ['SECRET_KEY', 'short'],
  ['DEMO', 'perhaps'],
])('%s=%s is refused with the name of the variable and the mend', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not usable: set it to .+`))
})

test('a complaint does not repeat the value, which may be a secret', () => {
  expect(() => readConfig({ SECRET_KEY: 'my-secret' })).not.toThrow(/my-secret/)
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '' })).toEqual(readConfig({}))
})

test('a taken port is explained by what the operator can set', () => {
  expect(portTaken(readConfig({})).message).toBe('Port 4280 is taken: set PORT to a free one, as in: PORT=4281 npm start')
  expect(portTaken(readConfig({ PORT: '80' })).message).toBe('Port 80 is taken: set PORT to another one')
})

test('an installation that is reached from outside gets no demo people and shows nobody its mail', () => {
  expect(readConfig({ PUBLIC_URL: 'https://prokura.example', HOST: '0.0.0.0' })).toMatchObject({ demo: false, mailboxFor: 'nobody' })
})

test('whoever opens all addresses to try it reaches the mailbox from there too', () => {
  expect(readConfig({ HOST: '0.0.0.0' })).toMatchObject({ publicUrl: 'http://localhost:4280', demo: true, mailboxFor: 'everybody' })
})

test('this machine goes by its name, since passkeys belong to no number', () => {
  for (const HOST of ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'])
    expect(readConfig({ HOST }).publicUrl).toBe('http://localhost:4280')
  expect(readConfig({ HOST: '192.0.2.7' }).publicUrl).toBe('http://192.0.2.7:4280')
})
