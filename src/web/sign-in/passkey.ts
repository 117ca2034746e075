// Passkeys in this browser: made, asked for, and offered beside the address field. What can go wrong is told by its reason.
import type { NewPasskey, PasskeyAnswer, PasskeyCreation, PasskeyRequest } from '../../server/identity/passkey-contract.ts'

/** The library comes when somebody may need it: nobody waits for it on their first page. */
const library = () => import('@simplewebauthn/browser')

/** `cancelled`: by the person, or the browser gave up; they are not told apart on purpose. */
export type PasskeyReason = 'cancelled' | 'here_already' | 'other_address' | 'failed'

export class PasskeyProblem extends Error {
  readonly reason: PasskeyReason
  /** To which passkeys belong. */
  readonly address: string

  constructor(reason: PasskeyReason, address: string, cause: unknown) {
    super(reason, { cause })
    this.name = 'PasskeyProblem'
    this.reason = reason
    this.address = address
  }
}

/** Passkeys belong to a name, never to a number, and need HTTPS or this very machine. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && !/^[\d.]+$|^\[/.test(location.hostname)
}

/** Before it is needed: a press then leads straight to the browser's question. */
export const preparePasskeys = (): void => void (canUsePasskeys() && library())

export async function makePasskey(wanted: PasskeyCreation): Promise<NewPasskey> {
  const { startRegistration } = await library()
  const { id, response } = await startRegistration({ optionsJSON: wanted }).catch(explain(wanted.rp.id))
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { id, clientDataJSON, attestationObject, transports }
}

export async function askPasskey(wanted: PasskeyRequest): Promise<PasskeyAnswer> {
  const { startAuthentication } = await library()
  return toAnswer(await startAuthentication({ optionsJSON: wanted }).catch(explain(wanted.rpId)))
}

export async function canOfferPasskeys(): Promise<boolean> {
  return canUsePasskeys() && (await (await library()).browserSupportsWebAuthnAutofill())
}

/** Among what the browser fills in. Answers when the person takes it up, `over` after `lastsMs`; nothing when something else ended it. */
export async function offerPasskey(wanted: PasskeyRequest, lastsMs: number): Promise<PasskeyAnswer | 'over' | undefined> {
  const { startAuthentication } = await library()
  let isOver = false
  const end = setTimeout(() => {
    isOver = true
    void callOffPasskey()
  }, lastsMs)
  const given = await startAuthentication({ optionsJSON: wanted, useBrowserAutofill: true }).catch(() => undefined)
  clearTimeout(end)
  if (given) return toAnswer(given)
  return isOver ? 'over' : undefined
}

export async function callOffPasskey(): Promise<void> {
  const { WebAuthnAbortService } = await library()
  WebAuthnAbortService.cancelCeremony()
}

type Given = {
  readonly id: string
  readonly response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string | undefined }
}

function toAnswer({ id, response }: Given): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null }
}

const reasons: Readonly<Record<string, PasskeyReason>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'here_already',
  SecurityError: 'other_address',
}

/** By the names of Web Authentication, 5.1.3 and 5.1.4. */
function explain(address: string): (error: unknown) => never {
  return (error) => {
    const name = error instanceof Error ? error.name : ''
    throw new PasskeyProblem(reasons[name] ?? 'failed', address, error)
  }
}
