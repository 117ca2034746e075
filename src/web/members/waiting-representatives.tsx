// Where two sign who represents the organisation: what one of them signed and the other one has yet to sign.
import { SignatureRow, useWaitingSignatures } from '../partners/waiting-signatures.tsx'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'

const acts: readonly string[] = ['invite_member', 'change_role', 'remove_member', 'off_board']

export function WaitingRepresentatives({ organisation }: { organisation: string }) {
  const t = useTexts()
  const signatures = useWaitingSignatures(organisation).filter(({ act }) => acts.includes(act))
  if (signatures.length === 0) return null
  return (
    <SectionCard title={t('signatures.title')} flush>
      <ul>
        {signatures.map((signature) => (
          <SignatureRow key={signature.id} organisation={organisation} signature={signature} />
        ))}
      </ul>
    </SectionCard>
  )
}
