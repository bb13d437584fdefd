import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { kernel } from '../scripts/vite/kernel.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
export default defineConfig({
  root: folder('.'),
  resolve: {
    alias: [
      { find: /^@\/autodiff$/, replacement: folder('../src/autodiff/index.ts') },
      { find: '@', replacement: folder('../src') },
    ],
  },
  plugins: [kernel()],
  worker: { format: 'es', plugins: () => [kernel()] },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
})
