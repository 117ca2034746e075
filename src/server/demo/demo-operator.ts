// Who works for the provider in the demo story. An operator needs a second factor: its secret is made with the story, and shown with its password.
import { Secret, TOTP } from 'otpauth'
import type { PersonId } from '../../domain/ids.ts'
import { instant } from '../../domain/time.ts'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { saveCredential } from '../identity/credential-store.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { findOrCreatePerson } from '../identity/person-store.ts'
import { sealTotpSecret } from '../identity/second-factor.ts'
import { record } from '../journal/record.ts'
import { insertOperator } from '../operator/operator-store.ts'
import { transact } from '../platform/transact.ts'
import { asSystem } from '../react.ts'
import { type DemoCredentials, readDemoCredentials } from './credentials.ts'

export const demoOperator = {
  name: 'Nora Imhof',
  email: 'nora.imhof@provider.example',
  description: 'operator of the provider; its second factor: npm run operator -- demo-code',
} as const

export async function nameDemoOperator(house: House, { password, operatorSecret = '' }: DemoCredentials): Promise<void> {
  const passwordHash = await hashPassword(password)
  const now = instant(Date.now())
  const id = await transact<PersonId>(house.pools.signIn, {}, async (tx) => {
    const person = await findOrCreatePerson(tx, { name: demoOperator.name, email: demoOperator.email, language: 'de', now })
    const totpSecret = sealTotpSecret(house.secrets, person.id, operatorSecret)
    await saveCredential(tx, person.id, { passwordHash, passwordSetAt: now, passwordStandsAlone: true, totpSecret, totpConfirmedAt: now })
    return { result: person.id, closing: undefined }
  })
  await asSystem(house, async (work) => {
    await insertOperator(work.tx, id, { by: null, now })
    record(work, { kind: 'operator.added', readers: [], data: { personId: id }, detail: { name: demoOperator.name } })
  })
}

/** What the operator's authenticator shows now. */
export function demoOperatorCode(config: Config, at: number = Date.now()): string | undefined {
  const { operatorSecret } = readDemoCredentials(config) ?? {}
  return operatorSecret === undefined ? undefined : new TOTP({ secret: Secret.fromBase32(operatorSecret) }).generate({ timestamp: at })
}
