import { memo, type ReactNode } from 'react'
import { untranslated } from '@/plot/untranslated'
import { aloud } from './aloud'
import { plainText, readTex, type Piece } from './pieces'

function draw(piece: Piece, key: number): ReactNode {
  switch (piece.kind) {
    case 'row':
      return <span key={key}>{piece.of.map(draw)}</span>
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
          {draw(piece.of, 0)}
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
    default:
      return (
        <span className={`f-${piece.kind}`} key={key}>
          {piece.text}
        </span>
      )
  }
}

const tall = (piece: Piece): boolean =>
  piece.kind === 'fraction' || piece.kind === 'table' || (piece.kind === 'row' && piece.of.some(tall))

/**
 * A formula that the reader typed, set from the core's own TeX in the fonts of the page's other formulas, without
 * KaTeX in the browser. For the eye alone, where what holds it says the same in words; else `said` adds the words.
 */
export const Formula = memo(({ tex, said = false }: { tex: string; said?: boolean }) => (
  <>
    <span className="formula-set" aria-hidden="true" {...untranslated}>
      {draw(readTex(tex), 0)}
    </span>
    {said && <span className="visually-hidden">{aloud(plainText(readTex(tex)))}</span>}
  </>
))
