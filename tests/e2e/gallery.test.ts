// The components of the gallery, half of them opened in one look, half in the other. To look at them yourself: npm run sheets -- --gallery
import { afterAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser.ts'
import type { Photo } from '../screens/album.ts'
import { differenceFrom, fingerprintOf, kept } from '../screens/fingerprint.ts'
import { galleryOpenings } from '../screens/gallery-openings.ts'
import { galleryAlbum, galleryLooks, howToAccept, keyOf, photosOfGallery } from '../screens/gallery-pictures.ts'
import { readPng } from '../screens/read-png.ts'

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
  const missed: string[] = []
  const noted = (hand: (photo: Photo) => void | Promise<void>) =>
    photos((photo) => {
      taken.push(`${photo.name} ${photo.look}`)
      if (photo.name === 'Button' && !isNoticed(photo)) missed.push(photo.look)
      return hand(photo)
    })
  expect(await galleryAlbum.changed(noted), howToAccept).toEqual([])
  expect(missed, 'an icon that is lost would be noticed').toEqual([])
  expect(new Set(taken).size, 'no two have one name').toBe(taken.length)
  const names = new Set(taken.map((one) => one.replace(/ (?:de light 320|en dark 1280)$/, '')))
  expect([...names].toSorted(), howToAccept).toEqual(Object.keys(galleryAlbum.read()).toSorted())
})

/** Whether the same picture without a piece as large as an icon, from the middle of what is drawn, looks otherwise, and the same one as before. */
function isNoticed({ seen, png }: Photo): boolean {
  const before = readPng(png())
  const grey = (at: number) => before.bytes[at * before.channels] ?? 0
  const ground = grey(0)
  const drawn = Array.from({ length: before.width * before.height }, (_, at) => at).filter((at) => Math.abs(grey(at) - ground) > 100)
  const middle = drawn[Math.floor(drawn.length / 2)] ?? expect.unreachable()
  const [left, top] = [(middle % before.width) - 8, Math.floor(middle / before.width) - 8]
  const bytes = before.bytes.slice()
  for (let row = top; row < top + 16; row++)
    for (let column = left; column < left + 16; column++)
      bytes.copyWithin((row * before.width + column) * before.channels, 0, before.channels)
  const [same, other] = [before, { ...before, bytes }].map((pixels) => differenceFrom(kept(seen), fingerprintOf(pixels, seen.grain)))
  return same === undefined && other !== undefined
}
