// How much a partner may do, in a few words: "5 rights, 2 families, 1 sensitive".
import type { Translate } from '../texts.tsx'
import type { PartnerListed } from './partners-data.ts'

export function accessInWords(t: Translate, { rights, families, sensitive, access }: PartnerListed): string {
  const counted = t('partners.access.words', { rights, families: families.length, sensitive })
  return access === null || access === 'custom' ? counted : `${t(`presets.${access}`)} · ${counted}`
}
