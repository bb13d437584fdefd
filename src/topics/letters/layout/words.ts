/** What is said below a Jacobian that is drawn in the book's layout. */
export const layoutNote = (name: string, shape: string) =>
  `In your layout, input first, ${name} is ${shape}: what is a row here is a column there.`
