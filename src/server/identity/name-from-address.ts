// What to call somebody of whom only the address is known, until they say their name: "petra.frei@…" is Petra Frei.
import { displayName } from '../../domain/display-name.ts'

export function nameFromAddress(address: string): string {
  const [local = ''] = address.split('@')
  const words = local
    .split('+')[0]
    ?.split(/[._-]+/)
    .map((word) => word.replaceAll(/\d/g, ''))
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return displayName((words ?? []).join(' ')) ?? 'N. N.'
}
