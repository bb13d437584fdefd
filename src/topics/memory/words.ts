/** How memories are named, and what fits into them. */
export const words = {
  fits: (memory: string, smaller: string | undefined) =>
    `fits in ${memory}${smaller ? `, not in ${smaller}` : ''}`,
  called: (name: string, size: string) => `a ${name} of ${size}`,
  racks: (count: string, each: string) => `needs ${count} racks of ${each}`,
  allMemories: 'all of these memories',
  noMemory: 'none of these memories',
}
