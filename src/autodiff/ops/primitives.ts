import * as ops from './index.ts'
import type { Primitive } from '../core/primitive.ts'

/** The table of primitives, by name: every exported op is in it, and so is tested and has a name in formulas. */
export const primitives: ReadonlyMap<string, Primitive> = /* @__PURE__ */ table()

function table(): ReadonlyMap<string, Primitive> {
  return new Map(Object.values(ops).map(({ primitive }) => [primitive.name, primitive]))
}
