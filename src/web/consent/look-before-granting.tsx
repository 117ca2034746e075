// What the partner who asks would see with the rights as they are chosen on the page now.
import { Eye } from 'lucide-react'
import { lazy, memo } from 'react'
import type { z } from 'zod'
import { previewRequested } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts.tsx'
import { OpensLater } from '../ui/opens-later.tsx'

const WhatTheySee = lazy(async () => ({ default: (await import('../preview/what-they-see.tsx')).WhatTheySee }))

type LookProps = { token: string; organisationId: string; partner: string; rights: z.input<typeof previewRequested.body>['rights'] }

export const LookBeforeGranting = memo(function LookBeforeGranting({ token, organisationId, partner, rights }: LookProps) {
  const t = useTexts()
  const label = t('preview.open.changed', { partner })
  return (
    <span className="-ml-[13px] self-start">
      <OpensLater label={label} icon={<Eye aria-hidden="true" />}>
        <WhatTheySee
          isOpenAtFirst
          partner={partner}
          label={label}
          about={JSON.stringify([token, organisationId, rights])}
          look={(personId) =>
            api.post(previewRequested, '/api/requests/{token}/preview', { params: { token }, body: { organisationId, personId, rights } })
          }
        />
      </OpensLater>
    </span>
  )
})
