import { Secret, TOTP } from 'otpauth'
import { afterAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { givenBrowser } from '../given-browser.ts'
import { codeSentTo, givenOrganisation, givenPerson, mailTo } from '../given-people.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

const password = 'seven ducks cross the road'
const petra = await givenPerson(server, { name: 'Petra Frei', email: 'petra.frei@alpweb.example', password })
const alpweb = await givenOrganisation(server, { name: 'Alpweb AG', members: [[petra, 'legal_representative']] })

/** A browser of its own, without cookies, in English. */
async function givenPage() {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  return { context, page, heading }
}

test('whoever was sent to sign in, with a password and no mouse, lands where they wanted to go', async () => {
  const { context, page, heading } = await givenPage()
  await page.goto(`${server.url}/o/${alpweb}/members`)
  await heading('Sign in')
  expect(new URL(page.url()).searchParams.get('next')).toBe(`/o/${alpweb}/members`)
  await page.keyboard.type('petra.frei@alpweb.example')
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Password', { exact: true })
  await field.waitFor()
  await page.keyboard.type('seven ducks cross the street')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await field.getAttribute('type')).toBe('text')
  await page.getByRole('button', { name: 'Hide password' }).waitFor()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByText('The sign-in did not work').waitFor()
  await field.selectText()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await heading(/^People/)
  expect(new URL(page.url()).pathname).toBe(`/o/${alpweb}/members`)

  await page.goto(`${server.url}/sign-in?next=//evil.example`)
  await heading('You are signed in')
  expect(await page.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/go/manager')
  await context.close()
})

test('somebody new comes in with a code, says who they are, and makes an organisation', async () => {
  const { context, page, heading } = await givenPage()
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Email address').fill('rolf.zuern@holzbau.example')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await heading('Enter the code')
  expect(await page.getByRole('button', { name: 'New code in' }).isDisabled()).toBe(true)
  const code = await codeSentTo(server, 'rolf.zuern@holzbau.example')
  const [digit = ''] = code
  await page.keyboard.type(code.replace(digit, digit === '0' ? '1' : '0'))
  await page.getByText('This code does not match').waitFor()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText('${code}')`)
  await page.keyboard.press('ControlOrMeta+V')

  await heading('What is your name?')
  await vi.waitFor(async () => expect(await page.getByLabel('First and last name').inputValue()).toBe('Rolf Zuern'), 20_000)
  await page.getByLabel('First and last name').fill('Rolf Zürn')
  await page.getByRole('button', { name: 'Continue' }).click()

  await heading('Your organisation')
  await page.getByLabel('Name of the organisation').fill('Zürn Holzbau AG')
  expect(await page.getByRole('button', { name: 'Create organisation' }).isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: 'I may decide this for the organisation' }).click()
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await heading('Overview')
  await page.getByRole('button', { name: 'Menu of Rolf Zürn' }).waitFor()
  await page.getByRole('button', { name: /Zürn Holzbau AG/ }).waitFor()
  await context.close()
})

test('with a second factor one gives its code, or a recovery code, which opens once', async () => {
  const email = 'marc.sutter@alpweb.example'
  const marc = await givenPerson(server, { name: 'Marc Sutter', email, password })
  await givenOrganisation(server, { name: 'Sutter Beratung', members: [[marc, 'legal_representative']] })
  const [recoveryCode = ''] = await givenSecondFactor(email)
  const { context, page, heading } = await givenPage()
  const firstFactor = async () => {
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('Email address').fill(email)
    await page.keyboard.press('Enter')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await heading('Second factor')
  }
  await firstFactor()
  await page.keyboard.type('000000')
  await page.getByText('Take the newest one from the app').waitFor()
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.keyboard.type(recoveryCode.toUpperCase())
  await page.keyboard.press('Enter')
  await heading('Overview')

  await context.clearCookies()
  await firstFactor()
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.keyboard.type(recoveryCode)
  await page.keyboard.press('Enter')
  await page.getByText('or it was used before').waitFor()
  await context.close()
})

test('a sensitive act asks once more who one is, and then happens by itself', async () => {
  const { context, page, heading } = await givenPage()
  await page.goto(`${server.url}/sign-in?next=/o/${alpweb}/members`)
  await page.getByLabel('Email address').fill('petra.frei@alpweb.example')
  await page.keyboard.press('Enter')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await heading(/^People/)
  await server.database.owner.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [petra])

  await page.getByRole('button', { name: 'Invite a person' }).click()
  await page.getByLabel('Email address').fill('anna.keller@alpweb.example')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const again = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await again.waitFor()
  await page.keyboard.press('Escape')
  await again.waitFor({ state: 'detached' })
  await page.getByText('your last sign-in is too long ago').waitFor()

  await page.getByRole('button', { name: 'Send invitation' }).click()
  await again.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('Invitation sent to anna.keller@alpweb.example').waitFor()
  const link = /\/join\/[A-Za-z0-9_-]{43}/.exec((await mailTo(server, 'anna.keller@alpweb.example')).text)?.[0]

  await context.clearCookies()
  await page.goto(`${server.url}${link}`)
  await heading('Alpweb AG invites you')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email address').fill('anna.keller@alpweb.example')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await heading('Enter the code')
  const verified: string[] = []
  page.on('request', (request) => request.url().endsWith('/code/verify') && verified.push(request.url()))
  const code = await codeSentTo(server, 'anna.keller@alpweb.example', 2)
  await page.keyboard.type(code.slice(0, 5))
  // Enter right after the last digit, which asks by itself, asks no second time, however soon it comes.
  await page.evaluate((last) => {
    setTimeout(() => document.querySelector('form')?.requestSubmit())
    document.execCommand('insertText', false, last)
  }, code.slice(5))
  // The button of the step before has the same name, and is busy.
  await heading('What is your name?')
  await vi.waitFor(async () => expect(await page.getByLabel('First and last name').inputValue()).toBe('Anna Keller'), 20_000)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Join Alpweb AG' }).click()
  await heading('Overview')
  expect(new URL(page.url()).pathname).toBe(`/o/${alpweb}`)
  expect(verified).toHaveLength(1)
  await context.close()
})

/** Set up as the person does it in their account; answers with the recovery codes. */
async function givenSecondFactor(email: string): Promise<readonly string[]> {
  const caller = givenBrowser(server)
  await caller.send('POST', '/sign-in/password', { email, password })
  const { body } = await caller.send('POST', '/account/second-factor')
  const code = new TOTP({ secret: Secret.fromBase32(String(body['secret'])) }).generate()
  const confirmed = await caller.send('POST', '/account/second-factor/confirm', { code })
  return confirmed.body['recoveryCodes'] as readonly string[]
}
