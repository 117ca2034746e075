// Pictures of many screens side by side on one sheet, each with its name, put together by the browser itself.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'

export type Picture = { readonly name: string; readonly png: Buffer }

/** How wide a picture is on its sheet, and how many stand on one. */
const grids = {
  320: { wide: 320, columns: 5, each: 5 },
  640: { wide: 520, columns: 3, each: 6 },
  768: { wide: 512, columns: 3, each: 6 },
  1280: { wide: 800, columns: 2, each: 4 },
} as const

export async function writeSheets(
  browser: Browser,
  folder: string,
  title: string,
  width: keyof typeof grids,
  pictures: readonly Picture[],
): Promise<number> {
  const { wide, columns, each } = grids[width]
  const sheets = Array.from({ length: Math.ceil(pictures.length / each) }, (_, at) => pictures.slice(at * each, (at + 1) * each))
  const page = await browser.newPage({ viewport: { width: (wide + 16) * columns + 16, height: 400 } })
  for (const [at, sheet] of sheets.entries()) {
    await page.setContent(`<style>${style}</style>${sheet.map((picture) => figure(picture, wide)).join('')}`, { waitUntil: 'load' })
    const number = String(at + 1).padStart(2, '0')
    writeFileSync(path.join(folder, `${title}-${number}.png`), await page.screenshot({ fullPage: true }))
  }
  await page.close()
  return sheets.length
}

/** On one sheet, each as large as it is. */
export async function writeSheet(browser: Browser, file: string, pictures: readonly Picture[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1_600, height: 400 } })
  const figures = pictures.map(
    ({ name, png }) => `<figure><figcaption>${name}</figcaption><img style="width:auto" src="${address(png)}"></figure>`,
  )
  await page.setContent(`<style>${style}</style>${figures.join('')}`, { waitUntil: 'load' })
  writeFileSync(file, await page.screenshot({ fullPage: true }))
  await page.close()
}

const style = `body { margin: 8px; display: flex; flex-wrap: wrap; align-items: flex-start; background: #777; font: 12px sans-serif; color: #fff }
figure { margin: 8px } img { display: block; width: 100% } figcaption { padding: 2px 0 }`

const figure = ({ name, png }: Picture, wide: number) =>
  `<figure style="width:${wide}px"><figcaption>${name}</figcaption><img src="${address(png)}"></figure>`

const address = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`
