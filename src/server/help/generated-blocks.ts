// The parts of articles that come from the catalogues themselves, so that help never says anything else than the product.
import { refusalCodes } from '../../domain/refusal.ts'
import { families, neverDelegable, type RightId, rightIds, rightOf } from '../../domain/rights/catalogue.ts'
import { presets, rightsOfPreset } from '../../domain/rights/presets.ts'
import type { Texts } from '../../locales/server-texts.ts'
import type { Block } from './contract.ts'

const groups = () => [...families, 'product', 'billing', 'organisation'] as const
type Group = ReturnType<typeof groups>[number]

/** `::rights`, `::presets`, `::never`, `::roles` or `::problems` in an article. */
export function generatedBlock(name: string, texts: Texts): Block {
  const { t } = texts
  switch (name.trim()) {
    case 'rights':
      return { kind: 'rights', groups: groups().map((group) => ({ title: t(`families.${group}`), rights: rightsOf(group, texts) })) }
    case 'presets':
      return { kind: 'terms', items: presets.map((id) => ({ id, term: t(`presets.${id}`), text: t(`presets.${id}.sentence`) })) }
    case 'never':
      return { kind: 'list', items: neverDelegable.map((id) => [{ kind: 'text', text: t(`never.${id}`) }]) }
    case 'roles':
      return { kind: 'terms', items: roles.map((id) => ({ id, term: t(`roles.${id}.many`), text: t(`roles.${id}.what`) })) }
    case 'problems':
      return {
        kind: 'terms',
        items: [...refusalCodes, 'internal']
          .filter((id) => texts.has(`problems.${id}`))
          .map((id) => ({ id, term: id, text: t(`problems.${id}`) })),
      }
    default:
      throw new Error(`A help article asks for ::${name}, which nobody generates`)
  }
}

const roles = ['legal_representative', 'administrator', 'collaborator'] as const

function rightsOf(group: Group, { t }: Texts) {
  return rightIds
    .filter((id) => groupOf(id) === group)
    .map((id) => {
      const { sensitive } = rightOf(id)
      return {
        id,
        name: t(`rights.${id}.name`),
        sentence: t(`rights.${id}`),
        sensitive: sensitive === null ? null : t(`rights.sensitive.${sensitive}`),
        presets: presets.filter((preset) => rightsOfPreset(preset, null).includes(id)).map((preset) => t(`presets.${preset}`)),
      }
    })
}

/** The organisation's people stand with the organisation itself. */
function groupOf(id: RightId): Group {
  const family = id.slice(0, id.indexOf('.'))
  return groups().find((group) => group === family) ?? 'organisation'
}
