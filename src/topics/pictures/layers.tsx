import {
  entryOf,
  jacrev,
  matmul,
  nth,
  relu,
  softmax,
  tensor,
  transpose,
  trace,
  type Tensor,
} from '@/autodiff'
import { functionFrom } from '@/figure/pure'
import { num } from '@/plot/format'
import { flip, handout, pass } from '@/topics/linear-layer/model'
import { Arrow, Grid, Hatch, Name } from './marks'

/** ∂y/∂w of a layer as blocks: for each entry of y one shaped like w, and in it one column. */
export function Tensors() {
  const x = [[1, 2, 3]]
  const w = [
    [1, 2],
    [3, 4],
    [5, 6],
  ]
  const J = jacrev((a: Tensor, b: Tensor) => matmul(a, b), 1)(
    tensor(x),
    tensor(w),
  ).toArray() as number[][][][]
  const blocks = J[0] ?? []
  return (
    <>
      <Grid hue="w" values={w} at={[8, 26]} size={16} />
      <Name hue="w" at={[23, 86]}>
        w
      </Name>
      {blocks.map((block, m) => (
        <Grid
          key={m}
          tints
          values={block.map((row) => row.map((value) => value / 3))}
          at={[66 + m * 46, 26]}
          size={16}
        />
      ))}
      <Name at={[104, 86]}>∂y/∂w</Name>
    </>
  )
}

/** A layer and a loss: values go forward, gradients come back. */
export function Backprop() {
  const { y, L, dy, dx } = pass(handout)
  const box = { y: 24, width: 34, height: 24, rx: 5 }
  const names = [
    { hue: 'x', name: 'x', left: 4 },
    { hue: 'y', name: 'y', left: 63 },
    { hue: 'L', name: num(L, 3), left: 122 },
  ] as const
  const entry = (of: readonly (readonly number[])[]) => num(entryOf(of, 0, 0), 3)
  return (
    <>
      <Hatch id="picture-backprop" hue="L" />
      {names.map(({ hue, name, left }) => (
        <g key={hue} className={`${hue} value`}>
          <rect className="cell-box" x={left} {...box} />
          <text x={left + 17} y="39">
            {hue === 'L' ? `L ${name}` : `${name} ${entry(hue === 'x' ? handout.x : y)}`}
          </text>
        </g>
      ))}
      <Arrow from={[39, 36]} to={[62, 36]} />
      <Arrow from={[98, 36]} to={[121, 36]} />
      <Arrow hue="L" of="gradient" from={[121, 70]} to={[98, 70]} />
      <Arrow hue="L" of="gradient" from={[62, 70]} to={[39, 70]} />
      <Name hue="L" at={[139, 73]}>
        1
      </Name>
      <Name hue="y" at={[80, 73]}>
        {entry(dy)}
      </Name>
      <Name hue="x" at={[21, 73]}>
        {entry(dx)}
      </Name>
    </>
  )
}

/** ∂L/∂x = ∂L/∂y · wᵀ with the numbers of the chapter. */
export function LinearLayer() {
  const { dy, dx } = pass(handout)
  const text = (value: number) => num(value, 2)
  return (
    <>
      <Hatch id="picture-dx" hue="x" />
      <Hatch id="picture-dy" hue="y" />
      <Grid hue="x" of="gradient" hatch="picture-dx" values={dx} at={[2, 42]} size={20} text={text} />
      <Name at={[48, 55]}>=</Name>
      <Grid hue="y" of="gradient" hatch="picture-dy" values={dy} at={[54, 42]} size={20} text={text} />
      <Name at={[117, 55]}>·</Name>
      <Grid hue="w" values={flip(handout.w)} at={[120, 22]} size={20} text={text} />
      <Name hue="x" at={[22, 76]}>
        ∂L/∂x
      </Name>
      <Name hue="y" at={[84, 76]}>
        ∂L/∂y
      </Name>
      <Name hue="w" at={[140, 94]}>
        wᵀ
      </Name>
    </>
  )
}

/** The Jacobian of ReLU is diagonal: a product with it is a product entry by entry. */
export function Vectorization() {
  const s = [1, -0.5, 2, -1, 0.5]
  const J = jacrev(relu)(tensor(s)).toArray() as number[][]
  const slopes = J.map((row, i) => [nth(row, i)])
  return (
    <>
      <Grid tints values={J} at={[12, 12]} size={15} />
      <Arrow from={[96, 49]} to={[116, 49]} />
      <Grid tints values={slopes} at={[128, 12]} size={15} />
      <Name at={[151, 53]}>⊙</Name>
    </>
  )
}

/** Attention: each row says how much of every value it takes. */
export function Attention() {
  const q = tensor([
    [2, 0],
    [0, 2],
    [1.5, 1.5],
    [-1, 2],
  ])
  const weights = softmax(matmul(q, transpose(q)), { axis: 1 }).toArray() as number[][]
  const values = tensor([[1], [0.2], [0.6], [0.35]])
  const mixed = matmul(tensor(weights), values).toArray() as number[][]
  return (
    <>
      <Grid hue="w" tints values={weights} at={[8, 14]} size={18} />
      <Name at={[92, 53]}>·</Name>
      <Grid hue="x" tints values={values.toArray() as number[][]} at={[100, 14]} size={18} />
      <Name at={[128, 53]}>=</Name>
      <Grid hue="y" tints values={mixed} at={[137, 14]} size={18} />
    </>
  )
}

/** The steps that a program left behind, read backward. */
export function Engine() {
  const fn = functionFrom('x sin(x) + x', ['x'])
  const { nodes } = trace<[Tensor]>((x) => fn.run({ x }), [0.8])
  const steps = nodes.map(({ op }) => op).slice(0, 5)
  return (
    <>
      {steps.map((op, k) => (
        <g key={k} className="ink value">
          <rect className="cell-box" x="44" y={6 + k * 19} width="72" height="15" rx="3" />
          <text x="80" y={17 + k * 19}>
            {op}
          </text>
        </g>
      ))}
      <Arrow from={[28, 8]} to={[28, 6 + steps.length * 19]} />
      <Arrow hue="L" of="gradient" from={[132, 6 + steps.length * 19]} to={[132, 8]} />
    </>
  )
}
