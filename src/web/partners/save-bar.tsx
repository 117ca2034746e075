// What would be saved, said live, and the two ways on. It stays in sight as long as something is different.
import { useFormats } from '../formats.ts'
import { problemText } from '../problem.ts'
import { type Translate, useTexts } from '../texts.tsx'
import { staysBelow } from '../ui/bottom-bar.ts'
import { Button } from '../ui/button.tsx'
import type { Changes } from './draft.ts'

export type SaveBarProps = {
  changes: Changes
  /** What closes at once with it. */
  follows: string | undefined
  busy: boolean
  error: unknown
  disabled: boolean
  onSave: () => void
  onDiscard: () => void
}

export function SaveBar({ changes, follows, busy, error, disabled, onSave, onDiscard }: SaveBarProps) {
  const t = useTexts()
  const formats = useFormats()
  const isShown = changes.save !== 'nothing'
  return (
    <output ref={staysBelow} className="sticky bottom-0 z-10 -mx-4 mt-6 -mb-4 block sm:-mx-6 sm:-mb-6">
      {isShown && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-b-lg border-t border-line bg-float px-4 py-3 shadow-float sm:px-6">
          <p className="min-w-0 grow basis-56 text-sm">
            {formats.list(told(t, changes))}
            {follows !== undefined && <span className="block text-muted">{follows}</span>}
            {error !== null && error !== undefined && (
              <span role="alert" className="block text-danger-ink">
                {problemText(t, error)}
              </span>
            )}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button disabled={busy} onClick={onDiscard}>
              {t('partners.discard')}
            </Button>
            <Button kind="primary" busy={busy} disabled={disabled} onClick={onSave}>
              {labelOf(t, changes)}
            </Button>
          </div>
        </div>
      )}
    </output>
  )
}

function told(t: Translate, { added, removed, elsewhere, end, payment, asksPartner, renew }: Changes): readonly string[] {
  return [
    ...(added.length > 0 ? [t('partners.change.added', { count: added.length })] : []),
    ...(removed.length > 0 ? [t('partners.change.removed', { count: removed.length })] : []),
    ...(elsewhere.length > 0 ? [t('partners.change.elsewhere', { count: elsewhere.length })] : []),
    ...(end ? [t('partners.change.end')] : []),
    ...(renew ? [t('partners.change.renew')] : []),
    ...(payment || asksPartner ? [t('partners.change.payment')] : []),
  ]
}

/** The button says what happens. */
function labelOf(t: Translate, { save, added, removed, elsewhere, end, payment }: Changes): string {
  const isOnlyRemoved = save === 'narrow' && removed.length > 0 && added.length + elsewhere.length === 0 && !end && !payment
  if (isOnlyRemoved) return t('partners.save.less', { count: removed.length })
  return save === 'ask' ? t('partners.save.ask') : t('partners.save')
}
