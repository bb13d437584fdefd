/**
 * A task in a worker, told in two halves that know nothing of React: `serve` stands in the worker's file, `openWorker`
 * on the page's side. The worker keeps what it made between two questions, so that a long task is a conversation:
 *
 *     // worker.ts
 *     const calls = {
 *       fill: (sizes: Sizes, tell: (share: number) => void) => …,
 *       step: async (count: number) => …,
 *     }
 *     export type Calls = typeof calls
 *     serve(calls)
 *
 *     // the page, with `import url from './worker?worker&url'` and `import type { Calls } from './worker'`
 *     const worker = openWorker<Calls>(() => createWorker(url), signal)
 *     await worker.ask('fill', sizes, (share) => …)
 *     const answer = await worker.ask('step', 100)
 *     worker.end()
 *
 * A task stops when its signal aborts: the worker is terminated, whatever it was doing, and its memory is free.
 * `useTask` gives a figure such a signal, and aborts it on Cancel, and when the reader leaves.
 */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/** What `openWorker` needs of a Worker. */
export interface WorkerPort extends Port {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void
  terminate(): void
}

// The questions and answers of a call are known where it is called; `never` takes any.
type Call = (question: never, tell: never) => unknown
type Calls = Readonly<Record<string, Call>>
type Question<C extends Call> = Parameters<C>[0]
type Progress<C extends Call> = Parameters<C> extends [unknown, (progress: infer P) => void] ? P : never

type Asked = { call: string; question: unknown }
type Told = { progress: unknown } | { answer: unknown } | { failed: string }

const isBuffered = (value: unknown): value is ArrayBufferView => ArrayBuffer.isView(value)

/** The buffers of typed arrays that are an answer, or stand at its top: they are moved and not copied. */
function buffersOf(answer: unknown): ArrayBuffer[] {
  const values: unknown[] =
    typeof answer === 'object' && answer !== null ? [answer, ...Object.values(answer)] : []
  return [...new Set(values.filter(isBuffered).map(({ buffer }) => buffer as ArrayBuffer))]
}

/**
 * Answers questions by the call of their name. Each call gets a way to tell how far it is. Typed arrays at the top of
 * an answer leave the worker for good, so they may not be views on memory that it goes on using.
 */
export function serve(calls: Calls, port: Port = globalThis as unknown as Port): void {
  const say = (told: Told, transfer: ArrayBuffer[] = []) => port.postMessage(told, transfer)
  port.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    try {
      const call = calls[data.call] as ((question: unknown, tell: unknown) => unknown) | undefined
      if (!call) throw new Error(`the worker has no call “${data.call}”`)
      const answer = await call(data.question, (progress: unknown) => say({ progress }))
      say({ answer }, buffersOf(answer))
    } catch (error) {
      say({ failed: error instanceof Error ? error.message : String(error) })
    }
  })
}

/** A worker that is there for one task. */
export interface Conversation<C extends Calls> {
  /** One question at a time. Rejects with the worker's sentence when the call throws, with the signal's reason on abort. */
  ask<K extends keyof C & string>(
    call: K,
    question: Question<C[K]>,
    onProgress?: (progress: Progress<C[K]>) => void,
  ): Promise<Awaited<ReturnType<C[K]>>>
  /** Terminates the worker; of no effect when it is gone. */
  end(): void
}

/** Starts a worker that lives until `end`, or until the signal aborts. */
export function openWorker<C extends Calls>(make: () => WorkerPort, signal: AbortSignal): Conversation<C> {
  signal.throwIfAborted()
  const worker = make()
  let pending: { resolve: (answer: never) => void; reject: (reason: unknown) => void } | undefined
  let onProgress: ((progress: never) => void) | undefined
  let gone = false

  const settle = (how: (waiting: NonNullable<typeof pending>) => void) => {
    const waiting = pending
    pending = undefined
    if (waiting) how(waiting)
  }
  const end = (reason: unknown = new Error('the worker has ended')) => {
    gone = true
    signal.removeEventListener('abort', abort)
    worker.terminate()
    settle(({ reject }) => reject(reason))
  }
  const abort = () => end(signal.reason)
  signal.addEventListener('abort', abort)
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('progress' in data) onProgress?.(data.progress as never)
    else if ('answer' in data) settle(({ resolve }) => resolve(data.answer as never))
    else settle(({ reject }) => reject(new Error(data.failed)))
  })
  // A file that does not come, or one that throws before it serves; the browser does not always say which.
  worker.addEventListener('error', ({ message }) =>
    end(new Error(message || 'the worker’s file did not come')),
  )

  return {
    end: () => end(),
    ask: (call, question, progress) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(signal.aborted ? signal.reason : new Error('the worker has ended'))
        if (pending) return reject(new Error(`“${call}” was asked before the last question was answered`))
        pending = { resolve, reject }
        onProgress = progress
        worker.postMessage({ call, question } satisfies Asked, [])
      }),
  }
}
