/** How long a packed text and what comes out of it may be: a link that says more is none of this book. */
const longest = { packed: 12_000, text: 60_000 }

const through = async (bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > longest.text) throw new Error('too long')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** A value as letters that may stand in a link. */
export async function pack(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const small = await through(bytes, new CompressionStream('deflate-raw'))
  return btoa(String.fromCharCode(...small))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** What was packed; undefined where it is nothing that `pack` wrote. */
export async function unpack(text: string): Promise<unknown> {
  if (text.length > longest.packed) return undefined
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
    const json = await through(bytes, new DecompressionStream('deflate-raw'))
    return JSON.parse(new TextDecoder().decode(json))
  } catch {
    return undefined
  }
}
