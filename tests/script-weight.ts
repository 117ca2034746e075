// How much JavaScript a window has loaded, as a phone gets it: every script, in gzip, in kB of a thousand bytes.
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** To be called before the first page is opened; answers with what came until then. */
export function weighScripts(page: Page): () => Promise<number> {
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length)
    // What comes while the window is being closed is asked for by nobody: a screen fetches more when it is idle.
    size.catch(() => {})
    scripts.push(size)
  })
  return async () => Math.round((await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) / 100) / 10
}

/** What the pages may bring along until they can be used. */
export const scriptBudgets = { consent: 200, manager: 250, customers: 280 }
