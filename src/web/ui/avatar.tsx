// Initials on one of nine quiet colours: a square for a company, a circle for a human. Whoever has the same name has the same colour.
import { classNames } from './class-names.ts'

export type AvatarProps = {
  name: string
  shape?: 'circle' | 'square' | undefined
  size?: 'small' | 'medium' | 'large' | undefined
}

/** Beside the name. Where it stands alone, there is NamedAvatar. */
export function Avatar(props: AvatarProps) {
  return <span aria-hidden="true" {...initialsWith(props)} />
}

/** What draws the initials: of any element. */
export function initialsWith({ name, shape = 'circle', size = 'medium' }: AvatarProps) {
  const look = classNames(
    'inline-flex shrink-0 items-center justify-center font-semibold uppercase select-none before:content-[attr(data-initials)] forced-colors:outline forced-colors:-outline-offset-1',
    `avatar-${colourOf(name)}`,
    shape === 'circle' ? 'rounded-full' : size === 'small' ? 'rounded-sm' : 'rounded-md',
    sizes[size],
  )
  return { 'data-initials': initialsOf(name), className: look }
}

const sizes = { small: 'size-6 text-[10px]', medium: 'size-8 text-xs', large: 'size-12 text-base' }
const legalForms = /\s+(ag|gmbh|kg|sa|sàrl|sarl|sagl|srl|s\.r\.l\.|sl|s\.l\.|ltd|inc|llc|eg|ek|e\.k\.)\.?$/i

export function initialsOf(name: string): string {
  const words = name
    .replace(legalForms, '')
    .split(/[\s&+/–-]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = words[0] ?? name
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return [first, last].map((word) => /^./u.exec(word ?? '')?.[0] ?? '').join('')
}

function colourOf(name: string): number {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return (sum % 9) + 1
}
