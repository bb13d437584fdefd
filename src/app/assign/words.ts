const fields: Readonly<Record<string, string>> = {
  question: 'The question is missing, or longer than 1200 characters.',
  answer: 'The right answer is missing, or longer than 200 characters.',
  names: 'Names go one a line, as dy: N×M; a name has at most 12 letters.',
  wrong: 'Expected wrong answers go one a line, at most 8: the answer, a |, and the sentence to say.',
}

/** What is said of questions that are set and handed in. */
export const words = {
  answer: 'Your answer',
  field: (path: string) => fields[path.split('.')[0] ?? ''] ?? path,
  unread: (why: string) => `The right answer can’t be used: ${why}`,
  isRight: (is: string) => `“${is}” is among the wrong answers and equals the right one.`,
  wrongUnread: (is: string, why: string) => `The wrong answer “${is}” can’t be read: ${why}`,
  broken: 'This link is no question of this book: it was cut or changed on its way. Ask for it once more.',
  ready: 'The link is ready. The question and its answer travel in it, and nowhere else.',
  layerReady:
    'The link is ready. It opens the workbench with the layer; students copy their link from there.',
  noInput: (of: string, names: readonly string[]) => `it has no input “${of}”. It has ${names.join(', ')}.`,
  layerBad: (why: string) => `The layer can’t be used: ${why}`,
  copied: 'Copied',
  byHand: 'The clipboard is closed to this page. The text is selected: copy it by hand.',
  empty: 'Check an answer first: what is handed in is what was checked last.',
  handed: 'Send this link, or the file, to your teacher.',
  nothing: 'There is no handed-in answer in it.',
  read: (count: number, bad: number) =>
    `${count} read${bad > 0 ? `, ${bad} that could not be` : ''}. The verdicts are computed here, not sent.`,
  tooMany: (most: number) => `Only the first ${most} were read.`,
  right: 'right',
  wrong: 'wrong',
  unreadKind: 'not read',
  derived: 'derived',
  falseLine: (k: number) => `line ${k} is false`,
  unfinished: 'true so far, not finished',
  gradient: (of: string) => `The gradient by ${of}`,
}
