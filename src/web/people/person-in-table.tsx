// Somebody in a table of people: picture, name and address, and whether it is oneself.
import { useTexts } from '../texts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Breakable } from '../ui/breakable.tsx'
import { Badge } from '../ui/status.tsx'

export function PersonInTable({ name, email, isYou }: { name: string; email: string; isYou: boolean }) {
  const t = useTexts()
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {isYou && <Badge>{t('members.you')}</Badge>}
        </span>
        <span className="block font-normal text-muted @2xl/table:[&_wbr]:hidden">
          <Breakable>{email}</Breakable>
        </span>
      </span>
    </span>
  )
}
