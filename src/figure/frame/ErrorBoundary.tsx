import { Component, Fragment, type ReactNode } from 'react'

type Props = { id: string; onMount?: () => void; children: ReactNode }
type State = { message: string | undefined; attempt: number }

/** Keeps a broken figure to itself: says what happened, and starts it anew on request. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: undefined, attempt: 0 }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override componentDidMount() {
    this.props.onMount?.()
  }

  restart = () => this.setState(({ attempt }) => ({ message: undefined, attempt: attempt + 1 }))

  override render() {
    const { message, attempt } = this.state
    if (message === undefined) return <Fragment key={attempt}>{this.props.children}</Fragment>
    return (
      <figure className="figure" id={this.props.id}>
        <p className="notice" role="alert">
          This figure stopped: {message}. The rest of the page is not affected.
        </p>
        <button type="button" onClick={this.restart}>
          Start the figure anew
        </button>
      </figure>
    )
  }
}
