/** Formulas as readers type them, as functions made of the ops. */
export {
  clean,
  parse,
  ParseError,
  print,
  spellings,
  type Cleaned,
  type SpellingKind,
} from '../parse/index.ts'
export type { Ast, Env, Parsed, Part, Reading, Span } from '../parse/index.ts'
