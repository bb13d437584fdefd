import { Fragment } from 'react'
import { Sym } from './Sym'
import { marker } from './symbol'

const whole = /(∂\w\/∂\w|\d+(?: × \d+)+|[\d.,]+ (?:[kMGTPE]i?B|bytes|[µm]?s|minutes|hours|days|years)\b)/

/** "Nudge {x.1.1} and …" with each symbol in its hue, lighting up with its cell; no line breaks within ∂y/∂x, 2 × 3 or 256 GiB. */
export const Says = ({ text }: { text: string }) =>
  text.split(marker).map((part, i) =>
    i % 2 ? (
      <Sym of={part} key={i} />
    ) : (
      <Fragment key={i}>
        {part.split(whole).map((piece, k) =>
          k % 2 ? (
            <span className="whole" key={k}>
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
      </Fragment>
    ),
  )
