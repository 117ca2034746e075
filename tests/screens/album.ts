// Pictures as somebody last agreed to them, kept as fingerprints in a file of the repository, and what looks otherwise now.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { differenceFrom, kept, type Seen } from './fingerprint.ts'

export type Photo = { readonly name: string; readonly look: string; readonly seen: Seen; readonly png: () => Buffer }
/** Takes pictures and hands each over. */
export type Photographer = (hand: (photo: Photo) => void | Promise<void>) => Promise<void>
/** By the name of what is seen, then by look. */
type Pictures = Record<string, Record<string, string>>

export type AlbumOptions = {
  readonly file: string
  /** Where pictures of what looks otherwise go. */
  readonly folder: string
  /** In their order. */
  readonly looks: readonly string[]
  /** What has no picture of its own in a look is seen as in this one. */
  readonly likeness?: (look: string) => string | undefined
}

export type Album = ReturnType<typeof albumIn>

export function albumIn({ file, folder, looks, likeness = () => undefined }: AlbumOptions) {
  const read = (): Pictures => JSON.parse(readFileSync(file, 'utf8')) as Pictures
  const known = (pictures: Pictures, name: string, look: string): string | undefined =>
    pictures[name]?.[look] ?? pictures[name]?.[likeness(look) ?? '']

  /** In the order of looks, without what is seen as in another look. */
  const inOrder = (pictures: Record<string, string>) =>
    Object.fromEntries(
      looks.flatMap((look) => {
        const picture = pictures[look]
        return picture === undefined || picture === pictures[likeness(look) ?? ''] ? [] : [[look, picture]]
      }),
    )

  return {
    read,
    looks,

    /** What looks otherwise, each with its picture in a file: "sign-in-code de dark: 44 px shorter, …". */
    async changed(photographer: Photographer): Promise<readonly string[]> {
      const pictures = read()
      const changed: string[] = []
      await photographer(({ name, look, seen, png }) => {
        const before = known(pictures, name, look)
        const difference = before === undefined ? 'has no picture yet' : differenceFrom(before, seen)
        if (difference === undefined) return
        const picture = path.join(folder, `${name} ${look}.png`.replaceAll(/[ ,]+/g, '-'))
        mkdirSync(folder, { recursive: true })
        writeFileSync(picture, png())
        changed.push(`${name} ${look}: ${difference}; see ${picture}`)
      })
      return changed.toSorted()
    },

    /** Keeps what looks otherwise now, and tells of each; what looks as before stays as it stands, whoever's browser looks. */
    async accept(photographer: Photographer, names: readonly string[], tell: (line: string) => void): Promise<void> {
      const before = read()
      const pictures: Pictures = Object.fromEntries(names.map((name) => [name, { ...before[name] }]))
      await photographer(({ name, look, seen }) => {
        const one = known(before, name, look)
        const difference = one === undefined ? 'new' : differenceFrom(one, seen)
        if (difference === undefined) return
        pictures[name] = { ...pictures[name], [look]: kept(seen) }
        tell(`${name} ${look}: ${difference}`)
      })
      for (const gone of Object.keys(before).filter((name) => !(name in pictures))) tell(`${gone}: is no more`)
      const ordered = Object.fromEntries(Object.entries(pictures).map(([name, some]) => [name, inOrder(some)]))
      writeFileSync(file, `${JSON.stringify(ordered, null, 2)}\n`)
    },
  }
}
