// The core as a package. `npm pack` in src/autodiff runs this before (a file for each door, types, the license) and after
// (`--clean`, so that the tree of sources is as it was).
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { build } from 'vite'
import { kernel } from './vite/kernel.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = path.join(root, 'src/autodiff')
const out = path.join(core, 'dist')
const doors = ['core', 'einsum', 'check', 'graph', 'parse']
const first = /autodiff\/(core|fast\/(gemm|loops)|ops\/(?!einsum|subscripts|primitives|index))/

function clean() {
  rmSync(out, { recursive: true, force: true })
  rmSync(path.join(core, 'LICENSE'), { force: true })
}

/** A file for each door; what the first needs is in one part, which the others share. */
const bundle = () =>
  build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [kernel({ inline: true })],
    build: {
      outDir: out,
      target: 'es2023',
      minify: 'oxc',
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(doors.map((door) => [door, `${core}/doors/${door}.ts`])),
          kernel: `${core}/kernel.ts`,
        },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name].js',
          codeSplitting: { groups: [{ name: 'core', test: first }] },
        },
      },
    },
  })

/** Declarations. Outside the repository nobody allows imports that end in .ts. */
function declare() {
  const types = path.join(out, 'types')
  const project = path.join(root, 'scripts/package.tsconfig.json')
  execFileSync(path.join(root, 'node_modules/.bin/tsc'), ['--project', project, '--outDir', types])
  for (const file of globSync('**/*.d.ts', { cwd: types, absolute: true }))
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '|import\(')(\.[^']*)\.ts'/g, "$1$2.js'"))
}

clean()
if (!process.argv.includes('--clean')) {
  await bundle()
  declare()
  copyFileSync(path.join(root, 'LICENSE'), path.join(core, 'LICENSE'))
}
