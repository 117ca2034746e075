// Standard or Strict with this partner.
import { useQuery } from '@tanstack/react-query'
import type { Strictness } from '../../domain/partnership/strictness.ts'
import { getStrictness, setStrictness } from '../../server/strictness/contract.ts'
import { api } from '../api.ts'
import type { Of } from '../partners/partners-data.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { useCommand } from '../use-command.ts'
import { partsShown, possiblePartsOf } from './possible-parts.ts'
import { StrictChoice } from './strict-choice.tsx'

const path = '/api/o/{organisation}/partnerships/{partnership}/strictness'

export function StrictnessCard({ of, partner }: { of: Of; partner: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getStrictness, path, { params: of }))
  const save = useCommand({
    run: (parts: Strictness) => api.put(setStrictness, path, { params: of, body: parts }),
    done: () => t('partners.people.saved'),
  })
  if (!data) return null
  const { level, changes, parts, representatives, mayChange } = data
  return (
    <SectionCard
      title={t('strictness.title')}
      description={t('strictness.what', { partner })}
      footer={
        <TextLink to="/o/$organisation/settings" params={{ organisation: of.organisation }} hash="strictness">
          {t('strictness.new.link')}
        </TextLink>
      }
    >
      <StrictChoice
        level={level}
        changes={changes}
        parts={partsShown(t, parts, representatives)}
        mayChange={mayChange}
        busy={save.isPending}
        onLevel={(chosen) => save.mutate(possiblePartsOf(chosen, representatives))}
        onPart={(part, on) => save.mutate({ ...parts, [part]: on })}
      />
    </SectionCard>
  )
}
