// How what draws pages on the server is built: one module with everything it needs (src/server/drawing runs it in a process of its own).
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanContracts } from './scripts/start/lean-contracts.ts'

export default defineConfig({
  publicDir: false,
  plugins: [react(), leanContracts()],
  ssr: { noExternal: true },
  build: {
    outDir: 'dist/web/drawing',
    target: 'node24',
    ssr: 'src/web/drawing/draw.tsx',
  },
})
