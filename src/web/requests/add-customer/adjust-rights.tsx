// The rights one by one: a row per family and matter, sensitive rights as single switches below, each with how firmly and why.
import { useState } from 'react'
import { accessRows, sensitiveRights } from '../../granting/choosing.ts'
import { useTexts } from '../../texts.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import type { AdjustProps } from './adjust-props.ts'
import { AdjustRow } from './adjust-row.tsx'
import { AdjustSensitive } from './adjust-sensitive.tsx'

export type AdjustRightsProps = AdjustProps & { isVerified: boolean; isPartnerPaying: boolean; startsOpen: boolean }

export function AdjustRights({ asking, onChange, isVerified, isPartnerPaying, startsOpen }: AdjustRightsProps) {
  const t = useTexts()
  const [isOpen] = useState(startsOpen)
  return (
    <Disclosure summary={t('add-customer.adjust')} open={isOpen}>
      <div className="flex flex-col gap-6 rounded-lg border border-line p-4 sm:p-6">
        <div className="flex max-w-prose flex-col gap-2 text-sm text-muted">
          <p>{t('add-customer.adjust.words')}</p>
          <p>{t('add-customer.adjust.need')}</p>
        </div>
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {accessRows().map((row) => (
            <AdjustRow key={row.id} row={row} asking={asking} onChange={onChange} />
          ))}
        </ul>
        <section className="flex flex-col gap-3" aria-labelledby="adjust-sensitive">
          <header className="flex flex-col gap-1">
            <h3 id="adjust-sensitive" className="font-semibold">
              {t('add-customer.adjust.sensitive')}
            </h3>
            <p className="max-w-prose text-sm text-muted">{t('add-customer.adjust.sensitive.what')}</p>
          </header>
          {!isVerified && <Banner tone="warning">{t('problems.partner_not_verified')}</Banner>}
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {sensitiveRights().map((right) => (
              <AdjustSensitive key={right} {...{ right, asking, onChange, isVerified, isPartnerPaying }} />
            ))}
          </ul>
        </section>
      </div>
    </Disclosure>
  )
}
