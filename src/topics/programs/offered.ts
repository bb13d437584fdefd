import type { LayerLetters } from '@/figure/pure'
import { conventionOf, ownerOf, programIn, type Body, type Wanted } from '@/topics/letters/conventions'
import { programs, type Program } from './programs'

/** The programs that are the linear layer and what may follow it, by the body that they have in each spelling. */
const bodies: Readonly<Record<string, Body>> = { linear: 'linear', bias: 'bias', relu: 'relu' }

function inLetters(program: Program, letters: LayerLetters): Program {
  const body = bodies[program.name]
  if (letters === 'handout' || body === undefined) return program
  const convention = conventionOf(letters)
  const own = (name: string) => convention.letters[ownerOf(`d${name}` as Wanted)] // x, w or b in these programs
  return { ...program, text: programIn(convention, body), by: program.by.map(own) }
}

/** The layers that are offered by name, as the reader's course writes them; none is offered twice. */
export function offeredIn(letters: LayerLetters): readonly Program[] {
  const all = programs.map((program) => inLetters(program, letters))
  return all.filter(({ text }, k) => all.findIndex((other) => other.text === text) === k)
}
