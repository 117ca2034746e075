// One signature or two: a setting of the organisation.
import { useQuery } from '@tanstack/react-query'
import { getSignatureRule, setSignatureRule } from '../../server/signatures/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'

const path = '/api/o/{organisation}/signature-rule'

export function SignatureRuleCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getSignatureRule, path, { params: { organisation } }))
  const save = useCommand({
    run: (twoSignatures: boolean) => api.put(setSignatureRule, path, { params: { organisation }, body: { twoSignatures } }),
    done: () => t('signatures.rule.saved'),
  })
  if (!data) return null
  return (
    <SectionCard title={t('signatures.rule')} description={t('signatures.rule.what')}>
      <Switch
        label={t('signatures.rule.two')}
        hint={t(data.representatives < 2 ? 'signatures.rule.one_only' : 'signatures.rule.two.what')}
        side="start"
        checked={data.twoSignatures}
        disabled={!data.mayChange || save.isPending || (data.representatives < 2 && !data.twoSignatures)}
        onChange={(on) => save.mutate(on)}
      />
    </SectionCard>
  )
}
