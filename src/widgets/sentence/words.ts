/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  hint: 'Drag a number, or press Enter on it and type.',
  reset: 'Reset',
  title: 'A sentence with numbers to change',
  notDefined: 'not defined',
}
