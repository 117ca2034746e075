// How the web application is built: hashed files in dist/web (scripts/start/chunks.ts says which), nothing inline but what the page's strict policy names by its hash.
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunks } from './scripts/start/chunks.ts'
import { compressedAssets } from './scripts/start/compressed-assets.ts'
import { earlyFiles } from './scripts/start/early-files.ts'
import { leanContracts } from './scripts/start/lean-contracts.ts'

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react(), tailwindcss(), leanContracts(), earlyFiles(), compressedAssets()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: chunks } },
    },
  },
})
