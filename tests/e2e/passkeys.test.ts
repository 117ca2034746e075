import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import { givenOrganisation, givenPerson, mailSaying } from '../given-people.ts'
import { givenServer } from '../server.ts'

const server = await givenServer()
const browser = await launchBrowser()
afterAll(() => browser.close())

const password = 'seven ducks cross the road'
const email = 'petra.frei@alpweb.example'
const petra = await givenPerson(server, { name: 'Petra Frei', email, password })
const alpweb = await givenOrganisation(server, { name: 'Alpweb AG', members: [[petra, 'legal_representative']] })

/** A browser of its own on a telephone that knows its owner's finger. */
async function givenPage({ offers }: { offers: boolean }) {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  // Its authenticator takes up every offer at once: where the button is to be pressed, nothing may be offered.
  if (!offers) await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const passkeys = async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  const verifiesUser = (isUserVerified: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  const hold = (credential: Awaited<ReturnType<typeof passkeys>>[number]) =>
    devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
  return { context, page, heading, passkeys, verifiesUser, hold }
}
const age = () =>
  server.database.owner.query("update session set authenticated_at = now() - interval '1 hour' where person_id = $1", [petra])

test('a passkey is added, signs in with one press, confirms who one is, and is the second factor after a password', async () => {
  const { context, page, heading, passkeys, verifiesUser } = await givenPage({ offers: false })
  const signOut = () => context.clearCookies()
  const firstFactor = async () => {
    await page.goto(`${server.url}/sign-in?next=/account`)
    await page.getByLabel('Email address').fill(email)
    await page.keyboard.press('Enter')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
  }
  await firstFactor()
  await heading('Your account')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('dialog', { name: 'Your recovery codes' }).getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText(/Added on .*·/).waitFor()
  await page.getByText('10 recovery codes left').waitFor()
  await mailSaying(server, email, 'A passkey was added.')
  expect(await passkeys()).toEqual([expect.objectContaining({ rpId: 'localhost', isResidentCredential: true })])

  await page.getByRole('button', { name: /^Actions for Chrome/ }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const rename = page.getByRole('dialog', { name: 'Rename the passkey' })
  await rename.getByLabel('Name').fill('Telephone')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Actions for Telephone' }).waitFor()

  await signOut()
  await page.goto(`${server.url}/sign-in?next=/account`)
  await heading('Sign in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await heading('Your account')
  await page.getByText('by passkey “Telephone”').first().waitFor()

  await age()
  await page.goto(`${server.url}/o/${alpweb}/members`)
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await page.getByLabel('Email address').fill('anna.keller@alpweb.example')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const again = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await verifiesUser(false)
  await again.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await again.getByText('No passkey was used').waitFor()
  await verifiesUser(true)
  await again.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await page.getByText('Invitation sent to anna.keller@alpweb.example').waitFor()

  await signOut()
  await firstFactor()
  await heading('Second factor')
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('button', { name: 'Confirm with your passkey' }).click()
  await heading('Your account')

  await page.getByRole('button', { name: 'Actions for Telephone' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove passkey' }).click()
  await page.getByText('Passkey removed').waitFor()
  await page.getByText('None yet. A passkey signs you in').waitFor()
  await context.close()
})

test('the browser offers a passkey beside the address field, and whoever takes it up is in', async () => {
  await givenPerson(server, { name: 'Marc Sutter', email: 'marc.sutter@alpweb.example', password })
  const first = await givenPage({ offers: false })
  await first.page.goto(`${server.url}/sign-in?next=/account`)
  await first.page.getByLabel('Email address').fill('marc.sutter@alpweb.example')
  await first.page.keyboard.press('Enter')
  await first.page.getByLabel('Password', { exact: true }).fill(password)
  await first.page.keyboard.press('Enter')
  await first.page.getByRole('button', { name: 'Add a passkey' }).click()
  await first.page.getByRole('button', { name: 'I have kept them' }).click()
  const [passkey] = await first.passkeys()
  await first.context.close()

  const { context, page, heading, hold } = await givenPage({ offers: true })
  if (passkey) await hold(passkey)
  await page.goto(`${server.url}/sign-in?next=/account`)
  await heading('Your account')
  await context.close()
})

test('whoever opens this machine by its number finds themselves under its name, where passkeys work', async () => {
  const { context, page, heading } = await givenPage({ offers: false })
  await page.goto(server.url.replace('localhost', '127.0.0.1'))
  await heading('Sign in')
  expect(new URL(page.url()).hostname).toBe('localhost')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('No passkey was used').waitFor()
  await context.close()
})
