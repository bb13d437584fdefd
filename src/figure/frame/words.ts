/** What stands round every figure. */
export const words = {
  link: 'Link to this state',
  copied: 'Copied',
  copy: 'Copy link',
  copyLink: 'Copy link to this state',
  linkCopied: 'Link copied',
  stopped: (message: string) => `This figure stopped: ${message}. The rest of the page is not affected.`,
  anew: 'Start the figure anew',
  figure: (number: string) => `Figure ${number} `,
  textures: 'Textures',
  reset: 'Reset',
  more: 'Share or cite this figure',
  wait: 'These controls wait for ',
  prediction: 'your prediction',
  skip: 'Skip',
  never: 'Never wait',
}
