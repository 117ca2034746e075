// The components of the gallery, half of them opened in one look, half in the other. To look at them yourself: npm run sheets -- --gallery
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import type { Photo } from '../screens/album.ts'
import { galleryOpenings } from '../screens/gallery-openings.ts'
import { galleryAlbum, galleryLooks, howToAccept, keyOf, photosOfGallery } from '../screens/gallery-pictures.ts'

const browser = await launchBrowser()
afterAll(() => browser.close())

/** They differ in everything; the long test looks at all of them. */
const looks = galleryLooks.filter((look) => ['de light 320', 'en dark 1280'].includes(keyOf(look)))

test('each component looks as somebody agreed to, and somebody agreed to no other', async () => {
  expect(looks).toHaveLength(2)
  const photos = photosOfGallery(browser, {
    looks,
    opens: (opened, { language }) => galleryOpenings.indexOf(opened) % 2 === (language === 'de' ? 0 : 1),
  })
  const taken: string[] = []
  const noted = (hand: (photo: Photo) => void | Promise<void>) =>
    photos((photo) => {
      taken.push(`${photo.name} ${photo.look}`)
      return hand(photo)
    })
  expect(await galleryAlbum.changed(noted), howToAccept).toEqual([])
  expect(new Set(taken).size, 'no two have one name').toBe(taken.length)
  const names = new Set(taken.map((one) => one.replace(/ (?:de light 320|en dark 1280)$/, '')))
  expect([...names].toSorted(), howToAccept).toEqual(Object.keys(galleryAlbum.read()).toSorted())
})
