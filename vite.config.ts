import { globSync } from 'tinyglobby'
import { defineConfig } from 'vitest/config'
import { book, buildApp } from './scripts/vite/book.ts'
import { asIslands } from './scripts/vite/asIslands.ts'
import { kernel } from './scripts/vite/kernel.ts'
import { mdx } from './scripts/vite/mdx.ts'
import { compileTex } from './scripts/vite/compileTex.ts'

export default defineConfig({
  appType: 'mpa',
  plugins: [asIslands(), mdx(), compileTex(), kernel(), book()],
  resolve: { alias: { '@': '/src' } },
  build: { outDir: 'dist', modulePreload: { polyfill: false }, assetsInlineLimit: 0, manifest: true },
  environments: {
    client: {
      // Each widget by itself, and its styles too: a page names only those that it has (scripts/vite/head.ts).
      build: {
        rolldownOptions: {
          input: ['index.html', ...globSync('src/widgets/*/{View.tsx,style.css}')],
          preserveEntrySignatures: 'allow-extension',
          // What nearly every figure has travels as two files, not as many of some hundred bytes.
          output: {
            codeSplitting: {
              // But not what they import: some of that a page needs before any figure.
              includeDependenciesRecursively: false,
              groups: [
                {
                  name: 'core',
                  test: /src\/autodiff\/(core\/(entry|errors|forward|grad|primitive|reverse|shape|tensor|tree)|fast\/(gemm|loops)|ops\/(elementwise|layout|product|reduce|settings))\.ts$/,
                },
                {
                  name: 'frame',
                  test: /src\/figure\/(frame\/(Announce|Figure)|controls\/(Button|Choice|NumberInput|Options|Readout|Slider)|formula\/(Equation|Tex|typeset)|state\/useFigure)\.tsx?$/,
                },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: '.ssr',
        ssr: true,
        emitAssets: false,
        rolldownOptions: { input: 'src/app/server.tsx', output: { entryFileNames: 'server.mjs' } },
      },
    },
  },
  // Workers are built by themselves, and as modules, so that they find the kernel beside them.
  worker: { format: 'es', plugins: () => [kernel()] },
  // Without `sharedConfigBuild` the two builds would not share the list of KaTeX's styles.
  builder: { sharedConfigBuild: true, buildApp },
  // Long, because a busy machine is no failure: nothing here is a matter of seconds.
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], testTimeout: 60_000 },
})
