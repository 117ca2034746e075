// Samples of mails to a person about their own sign-in and memberships.
import { type Instant, instant } from '../../domain/time.ts'
import type { MailContent } from './mail-content.ts'

const site = 'http://127.0.0.1:4280'
const at = (iso: string): Instant => instant(Date.parse(iso))
const answeredAt = at('2026-11-23T17:40:00Z')

export const personSamples: readonly MailContent[] = [
  { id: 'verify-address', code: '482 913', minutes: 15 },
  { id: 'sign-in-code', code: '482 913', minutes: 10, device: 'Firefox, Windows' },
  { id: 'security-changed', change: 'new_device', at: answeredAt, device: 'Safari, iPhone', url: `${site}/account` },
  {
    id: 'member-invited',
    organisation: 'Bäckerei Zürcher GmbH',
    role: 'collaborator',
    by: 'Anna Keller',
    partner: 'Alpweb AG',
    until: at('2026-12-07T10:00:00Z'),
    url: `${site}/j/abc`,
  },
  ...(['asked', 'appointed'] as const).map((stage) => ({
    id: 'representation-changed' as const,
    stage,
    organisation: 'Bäckerei Zürcher GmbH',
    person: 'Regula Zürcher',
    why: 'death' as const,
    at: answeredAt,
    url: `${site}/go/manager` as const,
  })),
  ...(['added', 'removed'] as const).map((change) => ({
    ...{ id: 'operators-changed' as const, change, person: 'Otto Frei', address: 'otto.frei@provider.example', by: 'Olga Imhof' },
    ...{ at: answeredAt, url: `${site}/operator/operators` as const },
  })),
  { id: 'role-changed', organisation: 'Alpweb AG', role: 'administrator', by: 'Petra Frei', at: answeredAt, url: `${site}/go/manager` },
]
