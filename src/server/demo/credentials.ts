// What the people of the demo story sign in with, made anew for each installation and kept beside its data.
import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { newTotpSecret } from '../identity/second-factor.ts'

export type DemoCredentials = {
  readonly password: string
  /** Of the operator's authenticator; none where the story was told before it had one. */
  readonly operatorSecret?: string
}

export const newDemoCredentials = (): DemoCredentials => ({ password: newPassword(), operatorSecret: newTotpSecret() })

const fileIn = (config: Config): string => path.join(config.dataDirectory, 'demo-password.json')

export function keepDemoCredentials(config: Config, credentials: DemoCredentials): void {
  mkdirSync(config.dataDirectory, { recursive: true })
  writeFileSync(fileIn(config), JSON.stringify(credentials), { mode: 0o600 })
}

/** None where the story was told elsewhere. */
export function readDemoCredentials(config: Config): DemoCredentials | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(config), 'utf8')) as DemoCredentials
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
