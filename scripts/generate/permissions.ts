// The permission matrix: what each right means, what each preset holds, and which role or right each endpoint asks for.
import { neverDelegable, rightsCatalogue } from '../../src/domain/rights/catalogue.ts'
import { presets, rightsOfPreset } from '../../src/domain/rights/presets.ts'
import { app } from '../../src/server/app.ts'
import { code, note, table } from './markdown.ts'

const roles = ['legal_representative', 'administrator', 'collaborator'] as const

export function permissions(): string {
  return [
    note('Permissions', 'src/domain/rights and src/server/app.ts'),
    '## Rights a customer can grant\n',
    rights(),
    `## What no partner can ever be granted\n\n${neverDelegable.map((id) => `- ${code(id)}`).join('\n')}\n`,
    '## In one’s own organisation, by role\n',
    byRole(),
    '## On behalf of a customer, by right\n',
    byRight(),
    '## As an operator of the provider\n',
    byOperator(),
  ].join('\n')
}

function rights(): string {
  const rows = rightsCatalogue.map(({ id, level, needs, sensitive }) => [
    code(id),
    level,
    needs.map(code).join(' '),
    sensitive ?? '',
    ...presets.map((preset) => (rightsOfPreset(preset, 'customer').includes(id) ? '✓' : '')),
  ])
  return table(['Right', 'Level', 'Needs', 'Sensitive', ...presets], rows)
}

function byRole(): string {
  const rows = app.flatMap(({ action, access }) =>
    access.kind === 'member' ? [[code(action), ...roles.map((role) => (access.roles.includes(role) ? '✓' : ''))]] : [],
  )
  return table(['Action', ...roles], once(rows))
}

function byRight(): string {
  const rows = app.flatMap(({ action, access }) =>
    access.kind === 'acting' ? [[code(access.right), code(action), access.reads ?? '']] : [],
  )
  return table(['Right', 'Action', 'Recorded as read'], once(rows))
}

function byOperator(): string {
  const rows = app.flatMap(({ action, access }) => (access.kind === 'operator' ? [[code(action), access.fresh ? '✓' : '']] : []))
  return table(['Action', 'Fresh sign-in'], once(rows))
}

const once = (rows: readonly (readonly string[])[]) => [...new Map(rows.map((row) => [row.join('|'), row])).values()].toSorted(byFirst)
const byFirst = ([one = '']: readonly string[], [other = '']: readonly string[]) => one.localeCompare(other, 'en')
