import { add, call, isNum, key, mul, num, within, type Expr } from './tree.ts'

type Call = Extract<Expr, { kind: 'call' }>
const isWhere = (e: Expr): e is Call => e.kind === 'call' && e.fn === 'where'
const isTest = (e: Expr | undefined): e is Call =>
  e?.kind === 'call' && (e.fn === 'step' || e.fn === 'greater' || e.fn === 'equal')

/** 1 where it holds and 0 elsewhere is the test itself. */
export function plainTests(e: Expr): Expr {
  const inner = within(e, plainTests)
  if (!isWhere(inner)) return inner
  const [test, yes, no] = inner.of
  return isTest(test) && isNum(yes, 1) && isNum(no, 0) ? test : inner
}

/** A term that counts on one side of a choice only: the choice, the side, and what else is in the term. */
function oneSided(term: Expr): { test: Expr; yes: boolean; rest: Expr } | undefined {
  const factors = term.kind === 'mul' ? term.of : [term]
  for (const f of factors) {
    if (!isWhere(f)) continue
    const [test, yes, no] = f.of
    const side = isNum(yes, 1) && isNum(no, 0) ? true : isNum(yes, 0) && isNum(no, 1) ? false : undefined
    if (test && side !== undefined)
      return { test, yes: side, rest: mul(...factors.filter((other) => other !== f)) }
  }
  return undefined
}

/** Two terms, one of which counts where a test holds and the other elsewhere, are one choice between them. */
export function chosen(terms: readonly Expr[]): Expr {
  for (const one of terms)
    for (const other of terms) {
      const [a, b] = [oneSided(one), oneSided(other)]
      if (!a?.yes || !b || b.yes || key(a.test) !== key(b.test)) continue
      const rest = terms.filter((term) => term !== one && term !== other)
      return chosen([...rest, call('where', a.test, a.rest, b.rest)])
    }
  return terms.length ? add(...terms) : num(0)
}
