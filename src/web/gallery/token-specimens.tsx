// Type and colours of the look.
import { Chapter, Specimen } from './specimen.tsx'

export function TokenSpecimens() {
  return (
    <Chapter title="Tokens">
      <Specimen name="Type">
        {sizes.map((size) => (
          <p key={size} className={size}>
            Every step on record 0123456789
          </p>
        ))}
      </Specimen>
      <Specimen name="Colour">
        <ul className="grid grid-cols-2 gap-2 text-xs sm:grid-cols-3">
          {grounds.map(([ground, ink]) => (
            <li key={ground} className={`rounded-md border border-line px-2 py-3 ${ground} ${ink}`}>
              {ground.slice(3)}
            </li>
          ))}
        </ul>
      </Specimen>
    </Chapter>
  )
}

const sizes = [
  'text-xs',
  'text-sm',
  'text-base',
  'text-lg',
  'text-xl font-semibold tracking-tight',
  'text-2xl font-semibold tracking-tight',
]

const grounds: readonly (readonly [string, string])[] = [
  ['bg-canvas', 'text-ink'],
  ['bg-surface', 'text-ink'],
  ['bg-float', 'text-ink'],
  ['bg-sunken', 'text-muted'],
  ['bg-hover', 'text-muted'],
  ['bg-pressed', 'text-ink'],
  ['bg-accent', 'text-on-solid'],
  ['bg-accent-soft', 'text-accent-ink'],
  ['bg-success-soft', 'text-success-ink'],
  ['bg-warning-soft', 'text-warning-ink'],
  ['bg-danger', 'text-on-solid'],
  ['bg-danger-soft', 'text-danger-ink'],
  ['bg-violet', 'text-on-solid'],
  ['bg-violet-soft', 'text-violet-ink'],
  ['bg-sunken', 'text-faint'],
]
