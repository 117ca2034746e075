// The operator's own product families: read from the file that CATALOGUE names, before anything is asked of the catalogue.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { extendCatalogue, isFamily } from '../../domain/rights/catalogue.ts'
import type { NamedFamily } from '../../domain/rights/named-family.ts'
import { speakOf } from '../../locales/server-texts.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { catalogueFile } from './contract.ts'

let own: readonly NamedFamily[] = []
let from: string | null = null

/** Those that are known now. */
export const ownFamilies = (): readonly NamedFamily[] => own

/** The file they come from, by its name alone. */
export const ownFamiliesFile = (): string | null => from

/** Adds what the file holds, if there is one. Answers with how to forget it again. */
export function knowOwnFamilies(file: string | undefined): () => void {
  if (file === undefined) return () => {}
  const families = readFamilies(file)
  const forget = extendCatalogue(families)
  own = families
  from = path.basename(file)
  speakOf(families)
  return () => {
    own = []
    from = null
    speakOf([])
    forget()
  }
}

/** Throws OperatorError with where the fault is and what would be right. */
export function readFamilies(file: string): readonly NamedFamily[] {
  const parsed = catalogueFile.safeParse(jsonIn(file))
  if (!parsed.success) throw new OperatorError(parsed.error.issues.map((issue) => `${file}: ${inWords(issue)}`).join('\n'))
  const faults = parsed.data.families.flatMap((family, place, all) => faultsOf(family, all.slice(0, place)))
  if (faults.length > 0) throw new OperatorError(faults.map((fault) => `${file}: ${fault}`).join('\n'))
  return parsed.data.families
}

function jsonIn(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new OperatorError(`${file} cannot be read: set CATALOGUE to a file of product families, or leave it out`)
  }
  try {
    return JSON.parse(text)
  } catch (failure) {
    throw new OperatorError(`${file} is not JSON: ${failure instanceof Error ? failure.message : ''}`)
  }
}

const inWords = ({ path: at, message }: z.core.$ZodIssue) => `${at.length === 0 ? 'this' : at.join('.')} is not usable: ${message}`
const reserved = ['organisation', 'members', 'billing', 'product', 'partnership', 'people', 'person', 'user']

function faultsOf({ id, rights }: NamedFamily, before: readonly NamedFamily[]): readonly string[] {
  const ids = rights.map((right) => right.id)
  const twice = (values: readonly string[]) => values.find((value, place) => values.indexOf(value) !== place)
  const [sameId, sameAccess] = [twice(ids), twice(rights.map(({ access }) => access))]
  const view = rights.find(({ access }) => access === 'view')
  const open = rights.find(({ access, sensitive }) => sensitive !== undefined && access !== 'content')
  const wrong = rights.find(
    ({ id: own, access, needs }) => needs !== undefined && (access === 'view' || own === needs || !ids.includes(needs)),
  )
  return [
    ...(isFamily(id) || reserved.includes(id) || before.some((other) => other.id === id)
      ? [`the family ${id} is there already: choose another id`]
      : []),
    ...(view === undefined ? [`nothing of the family ${id} can be seen: give one right the access view`] : []),
    ...(sameId === undefined ? [] : [`the family ${id} has two rights ${sameId}: choose another id for one`]),
    ...(sameAccess === undefined ? [] : [`the family ${id} has two rights with the access ${sameAccess}: give one another access`]),
    ...(open === undefined
      ? []
      : [
          `the right ${id}.${open.id} cannot be sensitive: what is, stands at the access content; leave sensitive out, or change the access`,
        ]),
    ...(wrong === undefined
      ? []
      : [`the right ${id}.${wrong.id} cannot need ${wrong.needs}: name another right of the family, and none for view`]),
  ]
}
