import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FirewallRule,
  faultOfRule,
  isOpenToAll,
  powered,
  powerOrders,
  powerStates,
  protocols,
  readSshKey,
  ruleInWords,
} from './server.ts'

test('what stands is started, what runs is stopped or restarted, and nothing happens twice', () => {
  expect(powered('stopped', 'start')).toEqual({ kind: 'ordered', state: 'running' })
  expect(powered('running', 'restart')).toEqual({ kind: 'ordered', state: 'running' })
  expect(powered('stopped', 'restart')).toEqual({ kind: 'refused', code: 'server_stopped' })
  fc.assert(
    fc.property(fc.constantFrom(...powerStates), fc.constantFrom(...powerOrders), (state, order) => {
      const once = powered(state, order)
      if (once.kind === 'ordered' && order !== 'restart') expect(powered(once.state, order)).toEqual({ kind: 'nothing' })
    }),
  )
})

const rule = (fields: Partial<FirewallRule> = {}): FirewallRule => ({
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  source: 'any',
  ...fields,
})

describe('a firewall rule', () => {
  test.each([
    [{}, null],
    [{ source: '192.0.2.0/24' }, null],
    [{ source: '2001:db8::/32' }, null],
    [{ protocol: 'icmp', fromPort: null, toPort: null }, null],
    [{ fromPort: 0 }, 'ports'],
    [{ fromPort: 500 }, 'ports'],
    [{ protocol: 'icmp' }, 'ports'],
    [{ source: '192.0.2.0/33' }, 'source'],
    [{ source: 'office.example' }, 'source'],
    [{ fromPort: 22, toPort: 22 }, 'rule_duplicate'],
  ] as const)('%j: %s', (fields, fault) => {
    expect(faultOfRule(rule(fields), [rule({ fromPort: 22, toPort: 22 })])).toBe(fault)
  })

  test('says in few words what it lets in', () => {
    expect(ruleInWords(rule({ fromPort: 8000, toPort: 8100, source: '192.0.2.7' }))).toBe('TCP 8000–8100 · 192.0.2.7')
    expect([isOpenToAll(rule()), isOpenToAll(rule({ source: '0.0.0.0/0' })), isOpenToAll(rule({ source: '192.0.2.0/24' }))]).toEqual([
      ...[true, true, false],
    ])
  })

  test('never stands twice, whatever was let in before', () => {
    const some = fc.record({
      protocol: fc.constantFrom(...protocols),
      fromPort: fc.option(fc.integer({ min: -1, max: 70_000 })),
      toPort: fc.option(fc.integer({ min: -1, max: 70_000 })),
      source: fc.constantFrom('any', '192.0.2.1', '192.0.2.0/24', '::/0', 'x'),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (wanted) => {
        const standing: FirewallRule[] = []
        for (const one of wanted) if (faultOfRule(one, standing) === null) standing.push(one)
        expect(new Set(standing.map(ruleInWords)).size).toBe(standing.length)
      }),
    )
  })
})

const ed25519 = 'AAAAC3NzaC1lZDI1NTE5AAAAIJ3m5W1oZ0b0p1mY3o2Jt7mVh0m7wq3Yt5r8kq2n1Xab'

describe('an SSH key', () => {
  test('is read as ssh-keygen writes it', () => {
    expect(readSshKey(`  ssh-ed25519 ${ed25519} anna@alpweb.example\n`)).toEqual({
      type: 'ssh-ed25519',
      blob: ed25519,
      comment: 'anna@alpweb.example',
    })
  })

  test.each([
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r', 'private_key'],
    ['', 'ssh_key'],
    [`ssh-dss ${ed25519}`, 'ssh_key'],
    [`ssh-rsa ${ed25519}`, 'ssh_key'],
    [`ssh-ed25519 ${ed25519.slice(0, 40)}`, 'ssh_key'],
    [`toString ${ed25519}`, 'ssh_key'],
  ])('%j is none: %s', (text, fault) => {
    expect(readSshKey(text)).toBe(fault)
  })
})
