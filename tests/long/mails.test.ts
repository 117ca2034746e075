// Every mail in every language and theme looks as somebody agreed to; npm test looks at each kind of mail once.
import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { launchBrowser } from '../browser.ts'
import { everyView, howToAccept, mailAlbum, photosOfMails } from '../screens/mail-pictures.ts'

const browser = await launchBrowser()
afterAll(() => browser.close())

test.each(languages)('every mail in %s looks as somebody agreed to', async (language) => {
  const views = everyView.filter(({ look }) => look.language === language)
  expect(await mailAlbum.changed(photosOfMails(browser, views)), howToAccept).toEqual([])
})
