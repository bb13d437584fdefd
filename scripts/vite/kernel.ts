import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const folder = fileURLToPath(new URL('../../src/autodiff/fast/kernels/simd', import.meta.url))
const sources = ['gemm', 'pack', 'tile'].map((name) => path.join(folder, `${name}.as.ts`))

const flags = ['-O3', '--noAssert', '--runtime=stub', '--importMemory', '--outFile=kernel.wasm']
const features: Record<string, string[]> = {
  simd: ['--enable=simd'],
  relaxed: ['--enable=simd', '--enable=relaxed-simd'],
}

/** AssemblyScript → WebAssembly, with the sources as they are on disk now. */
async function compile(variant: string): Promise<Uint8Array> {
  // Imported here: the compiler takes a second to start, and few runs of Vite need it.
  const { default: asc } = await import('assemblyscript/asc')
  let wasm: Uint8Array | undefined
  const words = ['gemm.as.ts', `--baseDir=${folder}`, ...flags, ...(features[variant] ?? [])]
  const { error, stderr } = await asc.main(words, {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') wasm = contents
    },
  })
  if (error || !wasm) throw new Error(`the kernel does not compile\n${stderr.toString()}`, { cause: error })
  return wasm
}

/** What was compiled before, by any run of Vite or Vitest, from the same sources by the same compiler. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/kernel', import.meta.url))
const compiler = fileURLToPath(new URL('../../node_modules/assemblyscript/package.json', import.meta.url))

async function cached(variant: string): Promise<Uint8Array> {
  const hash = createHash('sha256').update(variant)
  for (const file of [compiler, fileURLToPath(import.meta.url), ...sources]) hash.update(readFileSync(file))
  const file = path.join(cache, `${hash.digest('hex')}.wasm`)
  if (existsSync(file)) return readFileSync(file)
  const wasm = await compile(variant)
  mkdirSync(cache, { recursive: true })
  // Renamed when whole: another run may be looking.
  writeFileSync(`${file}.${process.pid}`, wasm)
  renameSync(`${file}.${process.pid}`, file)
  return wasm
}

/**
 * `import url from 'virtual:kernel/simd'` (or `relaxed`) → the address of the kernel, compiled on import: a
 * file of its own in a build, a data URL in dev and in tests, where no policy forbids to fetch one, and (`inline`) in the
 * package, whose files are served nobody knows how.
 */
export function kernel({ inline = false } = {}): Plugin {
  return {
    name: 'nudge:kernel',
    resolveId: {
      filter: { id: /^virtual:kernel\// },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:kernel\// },
      async handler(id) {
        const variant = path.basename(id)
        if (!(variant in features))
          this.error(`the kernel has the variants ${Object.keys(features).join(', ')}`)
        for (const source of sources) this.addWatchFile(source)
        const source = await cached(variant)
        if (inline || this.environment.mode !== 'build')
          return `export default 'data:application/wasm;base64,${Buffer.from(source).toString('base64')}'`
        const asset = this.emitFile({ type: 'asset', name: `kernel-${variant}.wasm`, source })
        return `export default import.meta.ROLLUP_FILE_URL_${asset}`
      },
    },
  }
}
