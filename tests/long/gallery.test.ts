// Every component of the gallery in every language, width and theme looks as somebody agreed to; npm test looks at two of these.
import { afterAll, expect, test } from 'vitest'
import { languages } from '../../src/domain/language.ts'
import { launchBrowser } from '../browser.ts'
import { galleryAlbum, galleryLooks, howToAccept, photosOfGallery } from '../screens/gallery-pictures.ts'

const browser = await launchBrowser()
afterAll(() => browser.close())

test.each(languages)('every component looks in %s as somebody agreed to', async (language) => {
  const looks = galleryLooks.filter((look) => look.language === language)
  expect(await galleryAlbum.changed(photosOfGallery(browser, { looks })), howToAccept).toEqual([])
})
