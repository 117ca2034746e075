// What happened between the two, newest first, and every version of the rights.
import { withPartner } from '../conversation/conversation-data.ts'
import { HistoryDisclosure } from '../conversation/history-disclosure.tsx'
import { EarlierReceipts } from '../receipts/receipts.tsx'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Entries } from './entries.tsx'
import type { Of, PartnershipShown } from './partners-data.ts'

export function HistoryCard({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const { organisation } = of
  return (
    <SectionCard
      title={t('partners.history')}
      footer={
        <TextLink to="/o/$organisation/activity" params={{ organisation }}>
          {t('partners.history.all')}
        </TextLink>
      }
    >
      <div className="flex flex-col gap-6">
        <Entries organisation={organisation} query={{ partnership: of.partnership }} limit={15} />
        <EarlierReceipts organisation={organisation} partnership={of.partnership} />
        {(data.versions.length > 0 || data.proposal !== null) && (
          <HistoryDisclosure query={withPartner(organisation, of.partnership)} reading={{ side: 'customer', other: data.partner.name }} />
        )}
      </div>
    </SectionCard>
  )
}
