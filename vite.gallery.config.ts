// How the gallery is built as a page of its own, for the pictures that tests take of it.
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanContracts } from './scripts/start/lean-contracts.ts'

export default defineConfig({
  publicDir: false,
  plugins: [react(), tailwindcss(), leanContracts()],
  build: {
    target: 'es2023',
    minify: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/web/gallery/page.html' },
  },
})
