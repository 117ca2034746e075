// npm run sheets -- --mails: every sample of a mail as a mail program shows it, in every language, theme and width, on contact sheets.
import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import type { Language } from '../../src/locales/server-texts.ts'
import type { MailContent } from '../../src/server/mails/mail-content.ts'
import { mailSamples } from '../../src/server/mails/mail-samples.ts'
import { renderMail } from '../../src/server/mails/render-mail.ts'
import { type Picture, writeSheets } from './contact-sheet.ts'
import { type Theme, themes } from './gazing.ts'
import { mailFaultsOf } from './mail-faults.ts'

/** A phone, and the pane beside the list of mails. */
export const mailWidths = [320, 640] as const
export type MailWidth = (typeof mailWidths)[number]
export type MailLook = { readonly language: Language; readonly theme: Theme; readonly width: MailWidth }

/** Neighbours differ in everything. */
export const mailLooks: readonly MailLook[] = mailWidths.flatMap((width) =>
  themes.flatMap((theme) => languages.map((language) => ({ language, theme, width }))),
)

/** Of each kind there may be several samples. */
export const namedMails: readonly { readonly name: string; readonly content: MailContent }[] = mailSamples.map((content, at) => {
  const before = mailSamples.slice(0, at).filter(({ id }) => id === content.id).length
  return { name: before === 0 ? content.id : `${content.id} ${before + 1}`, content }
})

export async function openMail(page: Page, content: MailContent, { language, theme, width }: MailLook): Promise<void> {
  await page.setViewportSize({ width, height: 640 })
  await page.emulateMedia({ colorScheme: theme })
  await page.setContent(mailHtml(content, language), { waitUntil: 'load' })
}

export const mailHtml = (content: MailContent, language: Language): string => renderMail(content, language, 'http://127.0.0.1:4280').html

export async function showMails(
  browser: Browser,
  looks: readonly MailLook[],
  { mails, folder, fault }: { mails: typeof namedMails; folder: string; fault: (where: string, what: string) => void },
): Promise<void> {
  const page = await browser.newPage()
  for (const look of looks) {
    const pictures: Picture[] = []
    for (const { name, content } of mails) {
      const where = `${name} ${look.language} ${look.width} ${look.theme}`
      await openMail(page, content, look)
      for (const found of await mailFaultsOf(page, look.language)) fault(where, found)
      pictures.push({ name: where, png: await page.screenshot({ fullPage: true }) })
    }
    const title = `mails-${look.language}-${look.width}-${look.theme}`
    const count = await writeSheets(browser, folder, title, look.width, pictures)
    console.log(`${title}: ${pictures.length} mails on ${count} sheets in ${folder}`)
  }
  await page.close()
}
