import type { ReactNode } from 'react'
import { useDrawing, type Slip } from './drawing'
import { at } from './Link'
import { placeText } from './sections'

type Props = {
  number: number
  /** What this chapter adds: where on its page the proof is. */
  children?: ReactNode
}

function useSlip(number: number): Slip {
  const { slips, page } = useDrawing()
  const slip = slips.get(number)
  if (slip) return slip
  throw new Error(
    `${page.path}: no erratum ${number}; content/errata/slips/ has ${[...slips.keys()].join(', ')}`,
  )
}

const anchor = (number: number) => `erratum-${number}`

/** A slip of the handout, told in a chapter: what is printed, what is right, why, and where else it is proved. */
export function Erratum({ number, children }: Props) {
  const { where, Text } = useSlip(number)
  return (
    <aside className="erratum" id={anchor(number)} aria-label={`Erratum ${number}`}>
      <p className="tag">
        Erratum {number} <span>{where}</span>
      </p>
      <Text />
      {children}
      <p className="aside-links">
        <a href={at(`/errata/#${anchor(number)}`)}>{`Erratum ${number} among all errata`}</a>
      </p>
    </aside>
  )
}

/** The same on the page of the errata, with the figure that proves it, and the way back to the chapters. */
export function Slip({ number, children }: Props) {
  const { where, Text } = useSlip(number)
  const places = useDrawing().slipPlaces(number)
  return (
    <section
      className="slip"
      id={anchor(number)}
      data-chapter={places[0]?.number}
      aria-label={`Erratum ${number}`}
    >
      <p className="tag">
        Handout <span>{where}</span>
      </p>
      <Text />
      {children}
      <p className="aside-links">
        {places.map((place) => (
          <a
            href={at(`${place.path}#${anchor(number)}`)}
            key={place.path}
          >{`In the book: ${placeText(place)}`}</a>
        ))}
      </p>
    </section>
  )
}

const Form = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="slip-form">
    <p className="slip-name">{name}</p>
    <div>{children}</div>
  </div>
)
/** What the handout prints. */
export const Printed = ({ children }: { children: ReactNode }) => <Form name="Printed">{children}</Form>
/** What should stand there. */
export const Right = ({ children }: { children: ReactNode }) => <Form name="Right">{children}</Form>
