// A product opens in a console: signed in at once, or after signing in on the way; and somebody is asked again where the console wants to be sure.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { givenConsole } from '../given-console.ts'
import { givenProducts } from '../given-products.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const { beck, products } = await givenProducts(server)
const listening = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end('The console'))
await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
afterAll(() => void listening.close())
const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
const zones = await givenConsole(server, { families: ['domain'], origin })
const browser = await launchBrowser()
afterAll(() => browser.close())

const password = `a long enough password of ${beck.name}`

/** A browser of its own, in English. */
async function givenPage() {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const signIn = async () => {
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.keyboard.type(beck.email)
    await page.keyboard.press('Enter')
    await page.getByLabel('Password', { exact: true }).waitFor()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
  }
  return { context, page, signIn }
}

test('the page of a domain leads to its console, and the way through signs the person in', async () => {
  const { context, page, signIn } = await givenPage()
  await page.goto(`${server.url}/o/${beck.id}/products/${products.domain}`)
  await signIn()
  const link = page.getByRole('link', { name: /^Open in Zone editor/ })
  await link.waitFor()
  const opened = context.waitForEvent('page')
  await link.click()
  const tab = await opened
  await tab.waitForURL(`${zones.origin}/sign-in**`)
  expect(new URL(tab.url()).searchParams.get('target_link_uri')).toContain(products.domain)

  const { url, checks } = await zones.begin()
  await tab.goto(url.href)
  await tab.waitForURL(`${zones.origin}/callback**`)
  const signedIn = await client.authorizationCodeGrant(zones.config, new URL(tab.url()), checks)
  expect(signedIn.claims()?.sub).toBe(beck.personId)
  await context.close()
})

test('whoever comes from the console unknown signs in and is back; and proves it again when the console wants that', async () => {
  const { context, page, signIn } = await givenPage()
  const first = await zones.begin()
  await page.goto(first.url.href)
  await signIn()
  await page.waitForURL(`${zones.origin}/callback**`)
  const before = (await client.authorizationCodeGrant(zones.config, new URL(page.url()), first.checks)).claims()

  // Times of tokens are whole seconds: the first authentication is made a minute older.
  await server.database.owner.query("update session set authenticated_at = authenticated_at - interval '1 minute' where ended_at is null")
  const second = await zones.begin({ prompt: 'login' })
  await page.goto(second.url.href)
  await page.getByRole('heading', { level: 1, name: 'Confirm that it is you' }).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${zones.origin}/callback**`)
  const after = (await client.authorizationCodeGrant(zones.config, new URL(page.url()), second.checks)).claims()
  expect(after?.['auth_time']).toBeGreaterThanOrEqual(Number(before?.['auth_time']))
  expect(after?.['sid']).toBe(before?.['sid'])
  await context.close()
})

test('what cannot be is said in words, and nobody is sent anywhere', async () => {
  const { context, page } = await givenPage()
  const { url } = await zones.begin({ redirect_uri: 'https://evil.example/' })
  await page.goto(url.href)
  await page.getByRole('heading', { level: 1, name: 'Signing in did not work' }).waitFor()
  await page.getByRole('link', { name: 'Back to Prokura' }).waitFor()
  await context.close()
})
