import { Fragment, memo, type ReactNode } from 'react'
import type { Piece } from '@/autodiff'
import { untranslated } from '@/plot/untranslated'
import { aloud } from './aloud'
import { plainText } from './plainText'

/** A minus with nothing before it that it could take away from stands close to what follows. */
function isUnary(row: readonly Piece[], k: number): boolean {
  const [piece, before] = [row[k], row.slice(0, k).findLast(({ kind }) => kind !== 'space')]
  return piece?.kind === 'sign' && /^[-−]$/.test(piece.text) && (!before || before.kind === 'sign')
}

function draw(piece: Piece, key: number): ReactNode {
  switch (piece.kind) {
    case 'row':
      return (
        <Fragment key={key}>
          {piece.of.map((one, k) => (isUnary(piece.of, k) ? <span key={k}>−</span> : draw(one, k)))}
        </Fragment>
      )
    case 'fraction':
      return (
        <span className="f-fraction" key={key}>
          <span>{draw(piece.over, 0)}</span>
          <span>{draw(piece.under, 1)}</span>
        </span>
      )
    case 'root':
      return (
        <span className="f-root" key={key}>
          <span>√</span>
          <span>{draw(piece.of, 0)}</span>
        </span>
      )
    case 'raised':
      return <sup key={key}>{draw(piece.of, 0)}</sup>
    case 'lowered':
      return <sub key={key}>{draw(piece.of, 0)}</sub>
    case 'fenced':
      return (
        <span key={key} className={tall(piece.of) ? 'f-fence tall' : 'f-fence'}>
          <span>{piece.open}</span>
          <span>{draw(piece.of, 0)}</span>
          <span>{piece.close}</span>
        </span>
      )
    case 'hue':
      return (
        <span className={`sym ${piece.role}`} key={key}>
          {draw(piece.of, 0)}
        </span>
      )
    case 'table':
      return (
        <span className={piece.fence ? 'f-table fenced' : 'f-table'} key={key}>
          {piece.rows.map((cells, i) => (
            <span key={i}>
              {cells.map((cell, j) => (
                <span key={j}>{draw(cell, 0)}</span>
              ))}
            </span>
          ))}
        </span>
      )
    case 'space':
      return piece.wide ? '\u2003' : '\u2009'
    default:
      return (
        <span className={lookOf(piece)} key={key}>
          {piece.text === transposed ? 'T' : piece.text}
        </span>
      )
  }
}

type Plain = Extract<Piece, { text: string }>

const looks = {
  letter: 'f-letter',
  sign: 'f-sign',
  function: 'f-operator',
  number: 'f-roman',
  word: 'f-roman',
  name: 'f-roman',
  mark: 'f-roman',
} as const

/** The letters that have one hue all over the book, in whatever formula they stand: weights under either letter. */
const roles: Readonly<Record<string, string>> = { x: 'x', w: 'w', W: 'w', y: 'y', L: 'L' }

/** The book writes an upright T. */
const transposed = '⊤'
const lookOf = ({ kind, text }: Plain) => {
  const look = text === transposed ? 'f-roman' : looks[kind]
  const role = roles[text]
  return role === undefined ? look : `${look} sym ${role}`
}

const tall = (piece: Piece): boolean =>
  piece.kind === 'fraction' || piece.kind === 'table' || (piece.kind === 'row' && piece.of.some(tall))

/**
 * A formula that the reader typed, set from the pieces that the core makes of it in the fonts of the page's other
 * formulas, without KaTeX in the browser. For the eye alone, where what holds it says the same in words; else `said`
 * adds the words.
 */
export const Formula = memo(({ of, said = false }: { of: Piece; said?: boolean }) => (
  <>
    <span className="formula-set" aria-hidden="true" {...untranslated}>
      {draw(of, 0)}
    </span>
    {said && <span className="visually-hidden">{aloud(plainText(of))}</span>}
  </>
))
