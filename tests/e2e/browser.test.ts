import { expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'

test('there is a browser for the journeys', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<h1>Grüezi</h1>')
  expect(await page.textContent('h1')).toBe('Grüezi')
  await browser.close()
}, 60_000)
