/** `notation.json`: what the page's script reads to explain a symbol. Short on names, because readers load it. */
export type NotationData = {
  symbols: Record<string, { text: string; hue: string; senses: SenseData[] }>
}
export type SenseData = [
  since: number,
  name: string,
  shape: string,
  meaning: string,
  href: string,
  place: string,
]
