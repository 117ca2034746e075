// Initials on one of nine quiet colours: a square for a company, a circle for a human. Whoever has the same name has the same colour.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- initials stand for a picture, and there is no file to show */
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export type AvatarProps = {
  name: string
  shape?: 'circle' | 'square' | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  /** No name stands beside it: then it is spoken and shown on hover. */
  alone?: boolean | undefined
}

export function Avatar({ name, shape = 'circle', size = 'medium', alone = false }: AvatarProps) {
  const look = classNames(
    'inline-flex shrink-0 items-center justify-center font-semibold uppercase select-none before:content-[attr(data-initials)]',
    `avatar-${colourOf(name)}`,
    shape === 'circle' ? 'rounded-full' : size === 'small' ? 'rounded-sm' : 'rounded-md',
    sizes[size],
  )
  const initials = { 'data-initials': initialsOf(name), className: look }
  if (!alone) return <span aria-hidden="true" {...initials} />
  return (
    <Tooltip text={name}>
      <span role="img" aria-label={name} {...initials} />
    </Tooltip>
  )
}

/** Several people in little room: the first few, then how many more. */
export function AvatarGroup({
  names,
  shown = 3,
  size = 'small',
}: {
  names: readonly string[]
  shown?: number | undefined
  size?: 'small' | 'medium' | undefined
}) {
  const more = names.slice(shown)
  return (
    <span className="inline-flex items-center gap-1">
      {names.slice(0, shown).map((name) => (
        <Avatar key={name} name={name} size={size} alone />
      ))}
      {more.length > 0 && (
        <Tooltip text={more.join(', ')}>
          <span
            role="img"
            aria-label={more.join(', ')}
            className="inline-flex h-6 items-center rounded-full bg-hover px-1.5 text-xs font-medium text-muted tabular-nums"
          >
            +{more.length}
          </span>
        </Tooltip>
      )}
    </span>
  )
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
