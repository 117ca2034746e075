// Initials without a name beside them: the name is spoken, and shown on hover.
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- initials stand for a picture, and there is no file to show */
import { type AvatarProps, initialsWith } from './avatar.tsx'
import { Tooltip } from './tooltip.tsx'

export function NamedAvatar(props: AvatarProps) {
  return (
    <Tooltip text={props.name}>
      <span role="img" aria-label={props.name} {...initialsWith(props)} />
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
        <NamedAvatar key={name} name={name} size={size} />
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
