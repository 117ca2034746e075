// "Your sign-in was changed": to the person, whenever a password, a passkey, an authenticator or recovery codes came or went.

import { clientName } from '../identity/client-name.ts'
import type { SecurityChange } from '../mails/mail-content.ts'
import type { Mail, Reacting, RecordedEvent } from '../reaction.ts'
import { findPersonToTell } from './security-changed-store.ts'

const changes: Readonly<Record<string, SecurityChange>> = {
  'person.credential_added:password': 'password_set',
  'person.credential_added:totp': 'second_factor_added',
  'person.credential_added:recovery_codes': 'recovery_codes_made',
  'person.credential_added:passkey': 'passkey_added',
  'person.credential_removed:passkey': 'passkey_removed',
  'person.credential_removed:totp': 'second_factor_removed',
  'person.credential_removed:recovery_code': 'recovery_code_used',
}

export async function securityChangedEmail({ tx, publicUrl }: Reacting, event: RecordedEvent): Promise<readonly Mail[]> {
  if (event.kind !== 'person.credential_added' && event.kind !== 'person.credential_removed') return []
  const change = changes[`${event.kind}:${event.data.method}`]
  const person = await findPersonToTell(tx, event.data.personId, event.by.sessionId ?? null)
  if (!change || !person) return []
  const content = {
    id: 'security-changed',
    change,
    at: person.now,
    device: clientName(person.client),
    url: `${publicUrl}/account`,
  } as const
  return [{ to: person.email, language: person.language, content }]
}
