/** How cells and grids are called. */
export const words = {
  unknown: 'not known yet',
  inPlay: 'in play',
  cell: (name: string, row: number, column: number, marked: string | undefined) =>
    `${name}, row ${row}, column ${column}${marked ? `, ${marked}` : ''}`,
  matrix: (name: string, rows: number, columns: number) => `${name}, ${rows} by ${columns}`,
  entry: (at: string) => `entry ${at}`,
  oneEntry: 'the one entry',
  called: (name: string, called: string, row: number, column: number) =>
    `${name}, ${called}, row ${row}, column ${column}`,
  tensor: (name: string, rows: number, columns: number) => `${name}, ${rows} by ${columns}`,
  window: (drawn: string, shape: string) =>
    `Too large to draw whole: a window of ${drawn} onto ${shape}. Arrow keys walk over its edge.`,
  place: 'The window’s place',
}
