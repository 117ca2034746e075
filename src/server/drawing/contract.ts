// What the process that draws is told of a page (src/web/drawing/draw.tsx draws it).
import type { Language } from '../../domain/language.ts'

export type ToDraw = {
  /** As it stands in the browser: "https://manager.example/o/…/customers?search=zürcher". */
  readonly address: string
  readonly language: Language
  /** The time zone, as "Europe/Zurich". */
  readonly zone: string
  /** The window's width, in rem. */
  readonly width: number
  /** What the API answered, by address; what it refused as a problem. */
  readonly answers: readonly (readonly [address: string, status: number, answer: unknown])[]
}
