import { Answers, Assign } from './Assign'
import { Code } from './Code'
import { Contents } from './Contents'
import { Definition } from './Definition'
import { Erratum, Printed, Right, Slip } from './Erratum'
import { Exercise, Hint, Solution } from './Exercise'
import { InLetters } from './InLetters'
import { JacobianTable } from './JacobianTable'
import { Kept } from './Kept'
import { LastWord } from './LastWord'
import { Lessons } from './Lessons'
import { LettersChoice } from './LettersChoice'
import { Link } from './Link'
import { Listing, Note } from './Listing'
import { Notation } from './Notation'
import { Paper } from './Paper'
import { Predict } from './Predict'
import { Ref } from './Ref'
import { Sidenote } from './Sidenote'
import { Summary } from './Summary'
import { Ask, Misread } from './Teaching'
import { Waiting } from './Waiting'

/** The words of MDX beside figures. Each tag says what its passage is for. */
export const vocabulary = {
  a: Link,
  Answers,
  Ask,
  Assign,
  pre: Code,
  Contents,
  Definition,
  Erratum,
  Exercise,
  Hint,
  InLetters,
  JacobianTable,
  Kept,
  LastWord,
  Lessons,
  LettersChoice,
  Listing,
  Misread,
  Notation,
  Note,
  Paper,
  Predict,
  Printed,
  Ref,
  Right,
  Sidenote,
  Slip,
  Solution,
  Summary,
  Waiting,
}
