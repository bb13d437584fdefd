import { expect, it, vi } from 'vitest'
import { openWorker, serve, type WorkerPort } from './task'

const calls = {
  double: (n: number) => 2 * n,
  count(to: number, tell: (share: number) => void) {
    for (let k = 1; k <= to; k++) tell(k / to)
    return Promise.resolve('done')
  },
  numbers: () => ({ values: Float32Array.of(1, 2, 3) }),
  refuse(): never {
    throw new Error('It needs 4 GiB, and this device refused them.')
  },
  forever: () => new Promise<void>(() => undefined),
}

/** A worker in this thread, at the other end of a channel. */
function inChannel() {
  const { port1, port2 } = new MessageChannel()
  serve(calls, port2 as never)
  for (const port of [port1, port2]) port.start()
  const terminate = vi.fn<() => void>(() => port1.close())
  const worker = Object.assign(port1, { terminate }) as unknown as WorkerPort & EventTarget
  const controller = new AbortController()
  return { worker, terminate, controller, talk: openWorker<typeof calls>(() => worker, controller.signal) }
}

it('answers one question after the other, and tells how far it is', async () => {
  const { talk } = inChannel()
  expect(await talk.ask('double', 21)).toBe(42)
  const told: number[] = []
  expect(await talk.ask('count', 4, (share) => told.push(share))).toBe('done')
  expect(told).toEqual([0.25, 0.5, 0.75, 1])
  talk.end()
})

it('moves the numbers of an answer', async () => {
  const { talk, worker } = inChannel()
  const { values } = await talk.ask('numbers', undefined)
  expect(Array.from(values)).toEqual([1, 2, 3])
  const sent = vi.fn<(message: unknown, transfer: Transferable[]) => void>()
  const made = Float32Array.of(5)
  const other = Object.assign(new EventTarget(), { postMessage: sent })
  serve({ again: () => ({ made }) }, other as never)
  other.dispatchEvent(new MessageEvent('message', { data: { call: 'again' } }))
  await vi.waitFor(() => expect(sent).toHaveBeenCalled())
  expect(sent).toHaveBeenCalledWith({ answer: { made } }, [made.buffer])
  worker.terminate()
})

it('hands on the sentence of a call that fails, and goes on', async () => {
  const { talk } = inChannel()
  await expect(talk.ask('refuse', undefined)).rejects.toThrow('this device refused them.')
  expect(await talk.ask('double', 1)).toBe(2)
  await expect((talk as never as { ask: (call: string) => Promise<void> }).ask('nope')).rejects.toThrow(
    'the worker has no call “nope”',
  )
  talk.end()
})

it('is ended by its signal, whatever it was doing, and answers no more', async () => {
  const { talk, terminate, controller } = inChannel()
  const waiting = talk.ask('forever', undefined)
  controller.abort()
  await expect(waiting).rejects.toBe(controller.signal.reason)
  expect(terminate).toHaveBeenCalledTimes(1)
  await expect(talk.ask('double', 1)).rejects.toBe(controller.signal.reason)
})

it('is not even started once its signal has aborted', () => {
  const make = vi.fn<() => WorkerPort>()
  expect(() => openWorker(make, AbortSignal.abort())).toThrow('abort')
  expect(make).not.toHaveBeenCalled()
})

it('says that it ended, and that it takes one question at a time', async () => {
  const { talk, worker, terminate } = inChannel()
  const first = talk.ask('forever', undefined)
  await expect(talk.ask('double', 1)).rejects.toThrow(
    '“double” was asked before the last question was answered',
  )
  worker.dispatchEvent(Object.assign(new Event('error'), { message: '' }))
  await expect(first).rejects.toThrow('the worker’s file did not come')
  expect(terminate).toHaveBeenCalled()
  await expect(talk.ask('double', 1)).rejects.toThrow('the worker has ended')
})
