import { describe, expect, test } from 'vitest'
import { localDate } from '../time.ts'
import {
  faultOfForwarding,
  faultOfSettings,
  forwardingsMax,
  isLocalPart,
  isReplying,
  type MailboxSettings,
  readLocalPart,
} from './mailbox.ts'

const today = localDate('2026-11-23')
const settings = (fields: Partial<MailboxSettings> = {}): MailboxSettings => ({
  displayName: 'Backstube',
  quotaMb: 5000,
  spamFilter: 'standard',
  autoReply: null,
  ...fields,
})

test.each([
  ['info', true],
  ['vorname.name', true],
  ['a', true],
  ['shop+2026', true],
  ['.info', false],
  ['info.', false],
  ['in..fo', false],
  ['info@', false],
  ['Info', false],
  ['bäcker', false],
  ['x\r\nBcc', false],
  ['a'.repeat(65), false],
])('"%s" can stand before the @: %s', (text, good) => {
  expect(isLocalPart(text)).toBe(good)
})

test('whoever writes the whole address means the part before the @', () => {
  expect(readLocalPart(' Info@Beck.example', 'beck.example')).toBe('info')
  expect(readLocalPart('info@other.example', 'beck.example')).toBe('info@other.example')
})

describe('a forwarding', () => {
  test.each([
    [['anna@alpweb.example'], null],
    [[], null],
    [['anna'], 'address'],
    [['a@b'], 'address'],
    [['.a@alpweb.example'], 'address'],
    [['info@beck.example'], 'itself'],
    [['a@alpweb.example', 'a@alpweb.example'], 'duplicate'],
    [Array.from({ length: forwardingsMax + 1 }, (_, at) => `a${at}@alpweb.example`), 'too_many'],
  ] as const)('to %j: %s', (to, fault) => {
    expect(faultOfForwarding(to, 'info@beck.example')).toBe(fault)
  })
})

describe('the settings of a mailbox', () => {
  test.each([
    [settings(), null],
    [settings({ quotaMb: 99 }), 'quota'],
    [settings({ quotaMb: 1500.5 }), 'quota'],
    [settings({ quotaMb: 1000 }), 'quota_below_used'],
    [settings({ autoReply: { until: today, text: 'Ferien' } }), null],
    [settings({ autoReply: { until: localDate('2026-11-22'), text: 'Ferien' } }), 'reply_over'],
    [settings({ autoReply: { until: today, text: '  ' } }), 'reply_text'],
  ] as const)('%j: %s', (wanted, fault) => {
    expect(faultOfSettings(wanted, 1200, today)).toBe(fault)
  })

  test('say until when it answers by itself, that day included', () => {
    const away = settings({ autoReply: { until: localDate('2026-11-24'), text: 'Ferien' } })
    expect(isReplying(away, today)).toBe(true)
    expect(isReplying(away, localDate('2026-11-25'))).toBe(false)
    expect(isReplying(settings(), today)).toBe(false)
  })
})
