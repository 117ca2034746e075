// Finds a Chromium on this machine, or takes the one in an npm package, and starts it for the journeys.
import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const calm = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await chromiumHere()), headless: true })
}

/** Which Chromium, and what it is told so that it stays calm. */
export async function chromiumHere(): Promise<{ readonly executablePath: string; readonly args: string[] }> {
  const named = process.env['CHROMIUM']
  if (named && !executable(named)) throw new Error(`CHROMIUM names ${named}, which cannot be run: set it to a Chromium, or leave it out`)
  const found = named || installed.find(executable)
  return found ? { executablePath: found, args: calm } : chromiumOfPackage()
}

/** The package unpacks its libraries (nss, nspr) only where it believes to be on the machine it was made for. */
async function chromiumOfPackage() {
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium').catch(() => {
    throw new Error('No Chromium was found: install one (apt-get install chromium), or set CHROMIUM to its path')
  })
  return { executablePath: await packaged.executablePath(), args: [...calm, '--headless=shell', '--no-zygote'] }
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
