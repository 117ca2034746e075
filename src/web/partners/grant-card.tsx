// What the partner may do, until when, and who pays: changed in place by whoever may, and saved as one new version.
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../texts.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { GrantForm } from './grant-form.tsx'
import type { Of, PartnershipShown } from './partners-data.ts'

export function GrantCard({ of, data }: { of: Of; data: PartnershipShown }) {
  const t = useTexts()
  const [shown, show] = useState(data)
  const [isChanged, setChanged] = useState(false)
  const isOld = data.grant?.version !== shown.grant?.version
  // What is being changed on screen is never replaced under somebody's hands.
  if (isOld && !isChanged) show(data)
  if (shown.grant === null) return null
  const reload = () => {
    setChanged(false)
    show(data)
  }
  return (
    <div className="flex flex-col gap-4">
      {isOld && isChanged && (
        <Banner
          tone="warning"
          urgent
          title={t('partners.changed_meanwhile')}
          actions={
            <Button size="small" icon={<RotateCw />} onClick={reload}>
              {t('partners.changed_meanwhile.show')}
            </Button>
          }
        >
          {t('partners.changed_meanwhile.what')}
        </Banner>
      )}
      <GrantForm key={shown.grant.version} of={of} data={shown} grant={shown.grant} onChanged={setChanged} isOld={isOld} />
    </div>
  )
}
