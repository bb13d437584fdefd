/** "x", "x and y", "x₁, x₂ and x₃". */
export const spoken = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
