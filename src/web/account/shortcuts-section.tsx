// Whether single keys act on lists.
import { changeMe } from '../../server/account/contract.ts'
import { api } from '../api.ts'
import type { Me } from '../shell/me.ts'
import { useTexts } from '../texts.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Switch } from '../ui/switch.tsx'
import { useCommand } from '../use-command.ts'

export function ShortcutsSection({ person }: { person: Me['person'] }) {
  const t = useTexts()
  const change = useCommand({
    run: (hasShortcuts: boolean) => api.patch(changeMe, '/api/me', { body: { hasShortcuts } }),
    refreshes: '/api/me',
  })
  return (
    <SectionCard title={t('account.shortcuts.title')} description={t('account.shortcuts.what')}>
      <Switch label={t('account.shortcuts')} checked={person.hasShortcuts} onChange={(on) => change.mutate(on)} />
    </SectionCard>
  )
}
