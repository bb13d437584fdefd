import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { kernel } from '../scripts/vite/kernel.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [kernel()],
  worker: { format: 'es', plugins: () => [kernel()] },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
})
