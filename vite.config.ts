import { globSync } from 'tinyglobby'
import { defineConfig } from 'vitest/config'
import { targets } from './src/app/browsers.ts'
import { book, buildApp } from './scripts/vite/book.ts'
import { asIslands } from './scripts/vite/asIslands.ts'
import { group } from './scripts/vite/groups.ts'
import { kernel } from './scripts/vite/kernel.ts'
import { listings } from './scripts/vite/listing.ts'
import { mdx } from './scripts/vite/mdx.ts'
import { scoped } from './scripts/vite/scoped.ts'
import { compileTex } from './scripts/vite/compileTex.ts'

const tests = ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts']

export default defineConfig({
  appType: 'mpa',
  plugins: [asIslands(), listings(), mdx(), compileTex(), kernel(), book()],
  resolve: {
    // The core is also a package, with a package.json that speaks of what is packed: its door here is named.
    alias: [
      { find: /^@\/autodiff$/, replacement: '/src/autodiff/index.ts' },
      { find: '@', replacement: '/src' },
    ],
  },
  css: { postcss: { plugins: [scoped()] } },
  build: {
    outDir: 'dist',
    target: targets,
    modulePreload: false,
    assetsInlineLimit: 0,
    manifest: true,
  },
  environments: {
    client: {
      // Each widget by itself, and its styles too: a page names only those that it has (scripts/vite/head.ts).
      build: {
        rolldownOptions: {
          input: ['index.html', 'src/app/embed/embed.css', ...globSync('src/widgets/*/{View.tsx,style.css}')],
          preserveEntrySignatures: 'allow-extension',
          // What nearly every figure has travels as two files, not as many of some hundred bytes.
          output: {
            codeSplitting: {
              // But not what they import: some of that a page needs before any figure.
              includeDependenciesRecursively: false,
              groups: [
                group('core', 'src/autodiff', [
                  'core/entry',
                  'core/errors',
                  'core/forward',
                  'core/grad',
                  'core/primitive',
                  'core/reverse',
                  'core/shape',
                  'core/tensor',
                  'core/tree',
                  'fast/gemm',
                  'fast/loops',
                  'ops/elementwise',
                  'ops/layout',
                  'ops/product',
                  'ops/reduce',
                  'ops/settings',
                ]),
                group('frame', 'src/figure', [
                  'frame/Announce',
                  'frame/Figure',
                  'controls/Button',
                  'controls/Choice',
                  'controls/NumberInput',
                  'controls/Options',
                  'controls/Readout',
                  'controls/Slider',
                  'formula/Equation',
                  'formula/Tex',
                  'formula/typeset',
                  'state/awake',
                  'state/score',
                  'state/useFigure',
                ]),
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
  test: {
    testTimeout: 60_000,
    // A module is read once for all files of tests, but for those that put others in the place of modules or globals.
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: tests,
          exclude: ['**/*.alone.test.*', '**/node_modules/**'],
        },
      },
      { extends: true, test: { name: 'alone', include: ['src/**/*.alone.test.{ts,tsx}'] } },
    ],
  },
})
