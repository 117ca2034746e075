// The table of endpoints itself: what can be done on behalf of a customer at all, and what asks for a fresh authentication.
import { describe, expect, test } from 'vitest'
import { rightsCatalogue } from '../src/domain/rights/catalogue.ts'
import { app } from '../src/server/app.ts'

const acting = app.filter(({ access }) => access.kind === 'acting')

test('whoever acts for a customer is in the address, and nowhere else', () => {
  expect(acting.length).toBeGreaterThan(30)
  for (const { path, access } of app) {
    expect({ path, acting: access.kind === 'acting' }).toEqual({ path, acting: path.startsWith('/c/{partnership}') })
    expect({ path, own: access.kind === 'member' }).toEqual({ path, own: path.startsWith('/o/{organisation}') })
  }
})

test('on behalf of a customer only products, the billing address and the visit itself are changed', () => {
  const changes = acting.filter(({ method }) => method !== 'GET').map(({ path }) => path.replace('/c/{partnership}', ''))
  const allowed =
    /^\/(visit|billing\/profile|products\/\{product\}\/(records|name-servers|mailboxes|forwardings|aliases|sites|folders|links|power|snapshots|firewall-rules|ssh-keys)(\/|$))/
  expect(changes.filter((path) => !allowed.test(path))).toEqual([])
})

test('nothing about people’s roles, sign-in, payment methods, partners, identity or one’s own customers is reached in another’s name', () => {
  const closed =
    /partner|customer|request|consent|proposal|grant|switcher|account|sign|credential|session|(?<!ssh-)key|webhook|payment-method|member-invitation|export|settings/
  expect(acting.map(({ path }) => path.replace('/c/{partnership}', '')).filter((path) => closed.test(path))).toEqual([])
  const members = acting.filter(({ path }) => path.includes('member'))
  expect(members.map(({ method }) => method)).toEqual(['GET'])
  expect(acting.filter(({ path }) => path.endsWith('/organisation')).map(({ method }) => method)).toEqual(['GET'])
})

describe('what is sensitive', () => {
  const sensitive = new Set(rightsCatalogue.filter((right) => right.sensitive !== null).map(({ id }) => id as string))

  test('asks for a fresh authentication of whoever acts', () => {
    const stale = acting.filter(
      ({ method, access }) => method !== 'GET' && access.kind === 'acting' && sensitive.has(access.right) && !access.fresh,
    )
    expect(stale.map(({ path }) => path)).toEqual([])
  })

  test.each([
    '/o/{organisation}/requests/release',
    '/o/{organisation}/customers/{managedCustomer}/assign',
    '/o/{organisation}/customers/{managedCustomer}/end',
    '/o/{organisation}/customers/{managedCustomer}/proposal/accept',
    '/o/{organisation}/partnerships/{partnership}/grant',
    '/o/{organisation}/partnerships/{partnership}/payment',
    '/o/{organisation}/partnerships/{partnership}/resume',
    '/o/{organisation}/partnerships/{partnership}/end',
    '/o/{organisation}/partnerships/{partnership}/proposal/answer',
    '/o/{organisation}/partnerships',
    '/o/{organisation}/members/{person}',
    '/requests/{token}/answer',
    '/account/password',
    '/account/second-factor',
    '/account/recovery-codes',
  ])('asks for it at %s', (path) => {
    const rows = app.filter((row) => row.path === path && row.method !== 'GET')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ access }) => 'fresh' in access && access.fresh)).toBe(true)
  })

  test('does not ask for it where somebody wants to stop at once', () => {
    const rows = app.filter(({ path }) => path.endsWith('/stop') || path.endsWith('/narrow') || path.endsWith('/visits/{visit}'))
    expect(rows.map(({ access }) => 'fresh' in access && access.fresh)).toEqual([false, false, false])
  })
})
