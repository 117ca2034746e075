// Four kinds of tests: `unit` needs nothing, `database` clones a migrated PostgreSQL for each file, `e2e` drives a browser,
// `long` does so for every screen and every help article, and is no part of npm test.
import { defineConfig } from 'vitest/config'

/** How long expect.poll looks for what must become true: a second, its own default, is too short for a busy machine. */
const patient = { poll: { timeout: 20_000 } }
const databaseTests = ['src/**/*.db.test.ts', 'tests/*.db.test.ts', 'tests/everyday/*.db.test.ts']

export default defineConfig({
  test: {
    reporters: ['dot'],
    // Files of one worker share what they import: half of the time would go into importing the server again for each.
    isolate: false,
    // Half of a test's time is waiting for the database: one worker a core keeps it busy. A browser keeps both cores busy by itself.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts', 'proof/*.test.ts'],
          exclude: databaseTests,
          environment: 'node',
          expect: patient,
          setupFiles: ['tests/setup-file.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: databaseTests,
          environment: 'node',
          expect: patient,
          setupFiles: ['tests/setup-file.ts'],
          globalSetup: ['tests/setup-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          environment: 'node',
          expect: patient,
          setupFiles: ['tests/setup-file.ts'],
          globalSetup: ['tests/setup-database.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/long/*.test.ts'],
          environment: 'node',
          expect: patient,
          setupFiles: ['tests/setup-file.ts'],
          globalSetup: ['tests/setup-database.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
