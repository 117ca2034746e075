import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { givenBrowser } from '../../../tests/given-browser.ts'
import { codeSentTo, givenPerson } from '../../../tests/given-people.ts'
import { givenServer } from '../../../tests/server.ts'
import { newTotpSecret } from '../identity/second-factor.ts'

const server = await givenServer()
const password = 'seven ducks cross the road'
const secret = newTotpSecret()
const codeAt = (steps: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

let people = 0
async function givenFirstFactor(browser = givenBrowser(server)) {
  const email = `person-${people++}@alpweb.example`
  await givenPerson(server, { email, password, totpSecret: secret })
  const { body } = await browser.send('POST', '/sign-in/password', { email, password })
  return { email, browser, continuation: String(body['continuation']), step: body['step'] }
}

test('a password alone does not sign in who has a second factor', async () => {
  const { browser, step, continuation } = await givenFirstFactor()
  expect(step).toBe('second_factor')
  expect(continuation).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(browser.token()).toBe(undefined)
  expect((await givenBrowser(server, continuation).get('/me')).status).toBe(401)
})

test('neither does an emailed code', async () => {
  const { email } = await givenFirstFactor()
  const browser = givenBrowser(server)
  await browser.send('POST', '/sign-in/code', { email, language: 'en' })
  const { body } = await browser.send('POST', '/sign-in/code/verify', { email, code: await codeSentTo(server, email), language: 'en' })
  expect(body['step']).toBe('second_factor')
  expect(browser.token()).toBe(undefined)
})

test('with the code of the authenticator the session has two factors', async () => {
  const { browser, continuation } = await givenFirstFactor()
  const { status, body } = await browser.send('POST', '/sign-in/second-factor', { continuation, code: codeAt(0) })
  expect({ status, body }).toEqual({ status: 200, body: { step: 'signed_in', isNew: false } })
  expect((await browser.get('/me')).body['person']).toMatchObject({ strength: 'two_factors', hasSecondFactor: true })
})

describe('a code of the authenticator', () => {
  test('is good once, also for another sign-in at the same time', async () => {
    const { email, browser, continuation } = await givenFirstFactor()
    const code = codeAt(0)
    const again = await browser.send('POST', '/sign-in/password', { email, password })
    const answers = await Promise.all(
      [continuation, again.body['continuation']].map((one) =>
        givenBrowser(server).send('POST', '/sign-in/second-factor', { continuation: one, code }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 401])
  })

  test('of the step before is taken, for clocks that differ, and older or far newer ones are not', async () => {
    const step = () => Math.floor(Date.now() / 30_000)
    const ofTheStepBefore = async (): Promise<number> => {
      const { browser, continuation } = await givenFirstFactor()
      const asked = step()
      const { status } = await browser.send('POST', '/sign-in/second-factor', { continuation, code: codeAt(-1) })
      // Where half a minute was over just then, it was the one before that.
      return step() === asked ? status : ofTheStepBefore()
    }
    expect(await ofTheStepBefore()).toBe(200)
    for (const steps of [-3, 3]) {
      const { browser, continuation } = await givenFirstFactor()
      expect((await browser.send('POST', '/sign-in/second-factor', { continuation, code: codeAt(steps) })).body['code']).toBe('code_wrong')
    }
  })
})

test('the continuation is used up after one success, five failures or ten minutes', async () => {
  const first = await givenFirstFactor()
  await first.browser.send('POST', '/sign-in/second-factor', { continuation: first.continuation, code: codeAt(0) })
  expect(
    (await first.browser.send('POST', '/sign-in/second-factor', { continuation: first.continuation, code: codeAt(1) })).body['code'],
  ).toBe('code_expired')

  const second = await givenFirstFactor()
  for (let attempt = 0; attempt < 5; attempt++)
    expect(
      (await second.browser.send('POST', '/sign-in/second-factor', { continuation: second.continuation, code: codeAt(9) })).body['code'],
    ).toBe('code_wrong')
  expect(
    (await second.browser.send('POST', '/sign-in/second-factor', { continuation: second.continuation, code: codeAt(0) })).body['code'],
  ).toBe('code_expired')

  const third = await givenFirstFactor()
  await server.database.owner.query('update pending_sign_in set expires_at = now() where used_at is null')
  expect(
    (await third.browser.send('POST', '/sign-in/second-factor', { continuation: third.continuation, code: codeAt(0) })).body['code'],
  ).toBe('code_expired')
})

test('an invented continuation is no sign-in', async () => {
  const { status, body } = await givenBrowser(server).send('POST', '/sign-in/second-factor', {
    continuation: 'A'.repeat(43),
    code: codeAt(0),
  })
  expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'code_expired' })
})

test('ten guesses on one person are all there are, however often one begins', async () => {
  const { email, browser } = await givenFirstFactor()
  const codes = []
  for (let guess = 0; guess < 11; guess++) {
    const { body } = await browser.send('POST', '/sign-in/password', { email, password })
    codes.push((await browser.send('POST', '/sign-in/second-factor', { continuation: body['continuation'], code: codeAt(9) })).body['code'])
  }
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 'code_wrong'), 'too_many_requests'])
})
