// The customer's look through the eyes of its partner: with the rights in force, or with those on screen that are not saved yet.
import type { z } from 'zod'
import { previewAccess } from '../../server/partners/contract.ts'
import { api } from '../api.ts'
import { WhatTheySee } from '../preview/what-they-see.tsx'
import { useTexts } from '../texts.tsx'
import type { Of } from './partners-data.ts'

type LookAsPartnerProps = { of: Of; partner: string; rights: z.input<typeof previewAccess.body>['rights'] }

export function LookAsPartner({ of, partner, rights }: LookAsPartnerProps) {
  const t = useTexts()
  return (
    <div className="-ml-3">
      <WhatTheySee
        partner={partner}
        label={rights === null ? t('preview.open', { partner }) : t('preview.open.changed', { partner })}
        about={JSON.stringify([of, rights])}
        look={(personId) =>
          api.post(previewAccess, '/api/o/{organisation}/partnerships/{partnership}/preview', { params: of, body: { personId, rights } })
        }
      />
    </div>
  )
}
