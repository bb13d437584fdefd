// `npm run fuzz -- 20 7`: random acts over the whole book for 20 minutes, from seed 7 on; else for 10, from any seed.
import { spawnSync } from 'node:child_process'

const [minutes = '10', seed = String(Math.floor(Math.random() * 1e6))] = process.argv.slice(2)
for (const [name, text] of Object.entries({ minutes, seed }))
  if (!(Number(text) > 0)) throw new Error(`${name} is a number above 0, and “${text}” is not`)

console.log(
  `${minutes} minutes, from seed ${seed}; what fails is printed as acts: FUZZ_ACTS='…' npm run fuzz`,
)
const { status } = spawnSync('npx', ['--no-install', 'playwright', 'test', 'e2e/fuzz.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_MINUTES: minutes, FUZZ_SEED: seed },
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
