// Whether a person gave their second factor: a code of their authenticator, or one of the recovery codes, which is then gone.
import type { PersonId } from '../../domain/ids.ts'
import { record } from '../journal/record.ts'
import { type AnyWork, newId } from '../work.ts'
import { lockCredential, saveCredential } from './credential-store.ts'
import { organisationsOf } from './organisations-store.ts'
import { hashRecoveryCode, openTotpSecret, stepOfCode } from './second-factor.ts'

type ProvingWork = Pick<AnyWork, 'tx' | 'now' | 'secrets' | 'events'>

export async function proveSecondFactor(
  work: ProvingWork,
  personId: PersonId,
  code: string,
): Promise<'totp' | 'recovery_code' | undefined> {
  const typed = code.replaceAll(/\s/g, '')
  return /^\d{6}$/.test(typed) ? proveTotp(work, personId, typed) : spendRecoveryCode(work, personId, typed)
}

export async function proveTotp({ tx, now, secrets }: ProvingWork, personId: PersonId, code: string): Promise<'totp' | undefined> {
  const { totpSecret, totpConfirmedAt, totpLastStep } = await lockCredential(tx, personId)
  if (totpSecret === null || totpConfirmedAt === null) return undefined
  const step = stepOfCode(openTotpSecret(secrets, personId, totpSecret), code, totpLastStep, now)
  if (step === null) return undefined
  await saveCredential(tx, personId, { totpLastStep: step })
  return 'totp'
}

async function spendRecoveryCode(work: ProvingWork, personId: PersonId, code: string): Promise<'recovery_code' | undefined> {
  const { recoveryCodes } = await lockCredential(work.tx, personId)
  const hash = hashRecoveryCode(work.secrets, personId, code)
  if (!recoveryCodes.includes(hash)) return undefined
  await saveCredential(work.tx, personId, { recoveryCodes: recoveryCodes.filter((known) => known !== hash) })
  record(work, {
    kind: 'person.credential_removed',
    readers: await organisationsOf(work.tx, personId),
    data: { personId, credentialId: newId(), method: 'recovery_code' },
  })
  return 'recovery_code'
}
