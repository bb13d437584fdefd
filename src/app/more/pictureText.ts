/** Whether a list of fonts, as an element has it, names a family. */
export const usesFamily = (fonts: string, family: string): boolean => {
  const bare = (name: string) => name.trim().replace(/^["']|["']$/g, '')
  return fonts.split(',').some((name) => bare(name) === bare(family))
}

/** What the picture of a figure is called as a file. */
export const fileName = (id: string, kind: string): string => `nudge-${id.replace(/[^\w-]/g, '')}.${kind}`
