import { Component, Fragment, type ReactNode } from 'react'
import { brokeAtStart, startAnew } from '../state/arrival'
import { words } from './words'

type Props = { id: string; children: ReactNode }
type State = { message: string | undefined; attempt: number }

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * Keeps a broken figure to itself. One that broke over the link or the stored answer that it was starting from comes up
 * without it; of any other it says what happened, and starts it anew on request.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: undefined, attempt: 0 }

  override componentDidCatch(error: unknown) {
    const message = messageOf(error)
    if (brokeAtStart(this.props.id, message)) this.again()
    else this.setState({ message })
  }

  again = () => this.setState(({ attempt }) => ({ message: undefined, attempt: attempt + 1 }))
  restart = () => {
    startAnew(this.props.id)
    this.again()
  }

  override render() {
    const { message, attempt } = this.state
    if (message === undefined) return <Fragment key={attempt}>{this.props.children}</Fragment>
    return (
      <figure className="figure" id={this.props.id}>
        <p className="notice" role="alert">
          {words.stopped(message)}
        </p>
        <button type="button" onClick={this.restart}>
          {words.anew}
        </button>
      </figure>
    )
  }
}
