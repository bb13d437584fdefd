// `npm start`: builds the book, serves it, prints the address.
import { createBuilder, preview } from 'vite'
import { readOptions, usage } from './startOptions.ts'

const options = readOptions(process.argv.slice(2))
if ('error' in options) {
  console.error(`${options.error}\n\n${usage}`)
  process.exitCode = 1
} else {
  const { base, host, port } = options
  await (await createBuilder({ base })).buildApp()
  const server = await preview({ base, preview: { host, port } })
  server.printUrls()
}
