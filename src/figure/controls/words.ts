/** What controls are called, and what they say of what is typed. */
export const words = {
  copied: 'Copied',
  saidCopied: 'Copied to the clipboard',
  byHand: 'The text, to copy by hand',
  asNumber: (label: string) => `${label}, as a number`,
  previous: 'Previous step',
  next: 'Next',
  step: 'Step',
  stepOf: (step: number, count: number, name: string) => `${step + 1} of ${count}: ${name}`,
  stepIs: (step: number, count: number) => `step ${step + 1} of ${count}`,
  pause: 'Pause',
  play: 'Play',
  plays: (name: string) => `Play: ${name} through its range and back`,
  turns: (name: string) => `Play: ${name}, once round`,
  pauses: (name: string) => `Pause ${name}`,
  speed: 'Speed',
  steps: 'Steps',
  empty: (integer: boolean) => `The field is empty: type a number such as ${integer ? 64 : '−0.5'}.`,
  noNumber: (text: string, integer: boolean) =>
    `“${text}” is not a number: write it like ${integer ? 64 : '−0.5 or 1.2e3'}.`,
  notWhole: (text: string, min: number, max: number) =>
    `${text} is not whole: this field takes whole numbers from ${min} to ${max}.`,
  outOfRange: (text: string, min: number, max: number) =>
    `${text} is out of range: this field takes numbers from ${min} to ${max}.`,
}
