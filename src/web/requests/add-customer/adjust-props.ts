// What every part of the page for adjusting rights is given.
import type { Asking } from './asking.ts'

export type AdjustProps = { asking: Asking; onChange: (asking: Asking) => void }
