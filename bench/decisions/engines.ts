// Who is measured, in the order of the table. Each is loaded in a process of its own, so that nobody pays for another's code or memory.
import type { Load } from './engine.ts'

export const ours = 'live_index'
export const bare = 'anchor'

export const engines: Readonly<Record<string, () => Promise<Load>>> = {
  live_index: async () => (await import('./live-index.ts')).loadLiveIndex,
  anchor: async () => (await import('./anchor.ts')).loadAnchor,
  sqlite: async () => (await import('./sqlite.ts')).loadSqliteInMemory,
  sqlite_file: async () => (await import('./sqlite.ts')).loadSqliteFile,
  postgres: async () => (await import('./postgres.ts')).loadPostgres,
  casl: async () => (await import('./casl.ts')).loadCasl,
  cedar: async () => (await import('./cedar.ts')).loadCedar,
  cerbos: async () => (await import('./cerbos.ts')).loadCerbos,
  casbin_filtered: async () => (await import('./casbin.ts')).loadCasbinFiltered,
  casbin: async () => (await import('./casbin.ts')).loadCasbin,
}
