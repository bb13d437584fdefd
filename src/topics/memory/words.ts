/** How bytes are told, how memories are named, and what fits into them. */
export const words = {
  bytesFor: 'Bytes for',
  inFormat: (format: string, bytes: number) =>
    `in ${format}, ${bytes === 1 ? '1\u00a0byte' : `${bytes}\u00a0bytes`} a number. Each mark on the axis is a thousand times the one before.`,
  bytesOf: (text: string, shape: string) => `Bytes of ${text}, ${shape}`,
  format: 'Number format',
  fits: (memory: string, smaller: string | undefined) =>
    `fits in ${memory}${smaller ? `, not in ${smaller}` : ''}`,
  called: (name: string, size: string) => `a ${name} of ${size}`,
  racks: (count: string, each: string) => `needs ${count} racks of ${each}`,
  allMemories: 'all of these memories',
  noMemory: 'none of these memories',
}
