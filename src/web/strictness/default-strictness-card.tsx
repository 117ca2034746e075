// What new partnerships begin with, and the request code that a partner has to know in order to ask: settings of the organisation.
import { useQuery } from '@tanstack/react-query'
import type { Strictness } from '../../domain/partnership/strictness.ts'
import { getDefaultStrictness, setDefaultStrictness } from '../../server/strictness/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { useCommand } from '../use-command.ts'
import { partsShown, possiblePartsOf } from './possible-parts.ts'
import { RequestCode } from './request-code.tsx'
import { StrictChoice } from './strict-choice.tsx'

const path = '/api/o/{organisation}/strictness'

export function DefaultStrictnessCard({ organisation }: { organisation: string }) {
  const t = useTexts()
  const { data } = useQuery(api.query(getDefaultStrictness, path, { params: { organisation } }))
  const save = useCommand({
    run: (body: Strictness & { readonly requestCode: boolean }) => api.put(setDefaultStrictness, path, { params: { organisation }, body }),
    done: () => t('partners.people.saved'),
  })
  if (!data) return null
  const { level, changes, parts, requestCode, representatives, mayChange } = data
  return (
    <div id="strictness" className="scroll-mt-6">
      <SectionCard title={t('strictness.new')} description={t('strictness.new.what')}>
        <div className="flex flex-col gap-5">
          <StrictChoice
            level={level}
            changes={changes}
            parts={[
              ...partsShown(t, parts, representatives),
              { id: 'requestCode', isOn: requestCode, hint: t('strictness.part.requestCode.what') },
            ]}
            mayChange={mayChange}
            busy={save.isPending}
            onLevel={(chosen) => save.mutate({ ...possiblePartsOf(chosen, representatives), requestCode: chosen === 'strict' })}
            onPart={(part, on) => save.mutate({ ...parts, requestCode, [part]: on })}
          />
          {requestCode && <RequestCode organisation={organisation} />}
        </div>
      </SectionCard>
    </div>
  )
}
