// How the web application is built: one hashed bundle per route in dist/web, nothing inline, so that the strict content security policy holds.
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunks } from './scripts/start/chunks.ts'
import { compressedAssets } from './scripts/start/compressed-assets.ts'
import { earlyFiles } from './scripts/start/early-files.ts'
import { leanContracts } from './scripts/start/lean-contracts.ts'

export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

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
  preview: { headers: { 'content-security-policy': contentSecurityPolicy } },
})
