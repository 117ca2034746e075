// Tells the demo story into an empty database, and remembers how its people sign in. The password is made anew for each installation.
import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { openHouse } from '../main.ts'
import type { DatabaseAddress } from '../platform/pool.ts'
import { found } from './found.ts'
import { organisations } from './people.ts'
import { fillOrganisations } from './provide.ts'
import { tellStory } from './story.ts'

export type DemoSignIn = { readonly email: string; readonly password: string; readonly name: string; readonly description: string }

export async function seedDemo(config: Config, address: DatabaseAddress): Promise<void> {
  const password = newPassword()
  // Nothing is sent while the story is told: what follows from it waits in jobs for the first start.
  const { house, close } = await openHouse(config, address, { smtpUrl: 'smtp://127.0.0.1:1', webDirectory: '' })
  try {
    const cast = await found(house, password)
    await fillOrganisations(house, cast)
    await tellStory(cast)
  } finally {
    await close()
  }
  mkdirSync(config.dataDirectory, { recursive: true })
  writeFileSync(fileIn(config), JSON.stringify({ password }), { mode: 0o600 })
}

/** How the people of the story sign in here, in the order in which they are shown; none where the story was told elsewhere. */
export function demoSignIns(config: Config): readonly DemoSignIn[] {
  const password = readPassword(fileIn(config))
  if (password === undefined) return []
  return organisations
    .flatMap(({ members }) => members)
    .flatMap(({ name, email, description }) => (description === undefined ? [] : [{ name, email, description, password }]))
}

const fileIn = (config: Config): string => path.join(config.dataDirectory, 'demo-password.json')

function readPassword(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { password: string }).password
  } catch {
    return undefined
  }
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Four groups of four that are easy to type: 79 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
