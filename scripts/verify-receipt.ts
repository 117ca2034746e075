// node_modules/.bin/node scripts/verify-receipt.ts FILE [--keys URL|FILE]: whether a receipt is genuine and unchanged, by the keys its issuer publishes.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compactVerify, createLocalJWKSet, decodeJwt, type JSONWebKeySet } from 'jose'

const receiptType = 'prokura-receipt+jwt'

const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true })
const [file] = positionals
if (file === undefined) {
  console.error('verify-receipt FILE [--keys URL|FILE]')
  process.exit(2)
}
try {
  const receipt = readFileSync(file, 'utf8').trim()
  const { iss = '' } = decodeJwt(receipt)
  const { payload, protectedHeader } = await compactVerify(receipt, createLocalJWKSet(await keysFrom(values.keys ?? `${iss}/oidc/jwks`)), {
    algorithms: ['ES256'],
  })
  if (protectedHeader.typ !== receiptType) throw new Error(`this is signed, but no receipt: ${String(protectedHeader.typ)}`)
  console.log(`Genuine and unchanged. Signed by ${iss}, key ${String(protectedHeader.kid)}.\n`)
  console.log(JSON.stringify(JSON.parse(Buffer.from(payload).toString()), undefined, 2))
} catch (failure) {
  console.error(`NOT verified: ${failure instanceof Error ? failure.message : String(failure)}`)
  process.exitCode = 1
}

async function keysFrom(place: string): Promise<JSONWebKeySet> {
  if (!/^https?:/.test(place)) return JSON.parse(readFileSync(place, 'utf8')) as JSONWebKeySet
  const response = await fetch(place)
  if (!response.ok) throw new Error(`${place} answered ${response.status}`)
  return (await response.json()) as JSONWebKeySet
}
