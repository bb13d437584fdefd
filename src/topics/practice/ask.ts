import { nth, random } from '@/autodiff'
import { later, type Chapter } from './chapters'
import type { Item, Kind } from './item'
import { kinds } from './kinds'
import { layers, type PracticeLayer } from './layers'

/** What can be asked: a kind of item, of a layer by one of its inputs. */
export type Ask = {
  readonly kind: Kind
  readonly layer: PracticeLayer
  readonly of: string
  /** The chapter after which it can be answered. */
  readonly taught: Chapter
}

/** Every kind with every layer and input that it fits. */
export const asks: readonly Ask[] = kinds.flatMap((kind) =>
  layers.flatMap((layer) =>
    layer.by.flatMap((of) =>
      kind.fits(layer, of) ? [{ kind, layer, of, taught: later(kind.teaches, layer.from) }] : [],
    ),
  ),
)

/** A name for what is asked, whatever numbers are drawn: `bytes.columns.W`. */
export const keyOf = ({ kind, layer, of }: Ask): string => `${kind.name}.${layer.name}.${of}`

const byKey = new Map(asks.map((ask) => [keyOf(ask), ask]))
export const askNamed = (key: string): Ask | undefined => byKey.get(key)

const made = new Map<string, Item>()

/** The item that one draw of an ask gives: the same at every call. */
export function itemOf(ask: Ask, draw: number): Item {
  const key = `${keyOf(ask)}.${draw}`
  const known = made.get(key)
  if (known) return known
  const item = ask.kind.make(ask.layer, ask.of, random(draw))
  if (!item) throw new Error(`${key} gives no item.`)
  if (made.size > 60) made.delete(nth([...made.keys()], 0))
  made.set(key, item)
  return item
}
