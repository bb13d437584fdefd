// `npm start`: builds the book, serves it, prints the address. Takes --base, --port and --host.
import { parseArgs } from 'node:util'
import { createBuilder, preview } from 'vite'

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: 'localhost' },
  },
})
const { base, host } = values

await (await createBuilder({ base })).buildApp()
const server = await preview({ base, preview: { host, port: Number(values.port) } })
server.printUrls()
