// What the partner who asks would see with the rights as they are chosen on the page now.
import type { z } from 'zod'
import { previewRequested } from '../../server/consent/contract.ts'
import { api } from '../api.ts'
import { WhatTheySee } from '../preview/what-they-see.tsx'
import { useTexts } from '../texts.tsx'

type LookProps = { token: string; organisationId: string; partner: string; rights: z.input<typeof previewRequested.body>['rights'] }

export function LookBeforeGranting({ token, organisationId, partner, rights }: LookProps) {
  const t = useTexts()
  return (
    <WhatTheySee
      partner={partner}
      label={t('preview.open.changed', { partner })}
      about={JSON.stringify([token, organisationId, rights])}
      look={(personId) =>
        api.post(previewRequested, '/api/requests/{token}/preview', { params: { token }, body: { organisationId, personId, rights } })
      }
    />
  )
}
