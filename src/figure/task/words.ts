/** What is said of long work. */
export const words = {
  cancel: 'Cancel',
  progress: 'Progress',
  notYet: 'not measured yet',
}
