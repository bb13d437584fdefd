import { expect, test } from 'vitest'
import { bind, primitives, sample, toTex, trace, type Point, type Tensor } from '../index.ts'

test('every op is set in TeX, and its operations are counted, at its widest test point', () => {
  const lines = [...primitives.values()].map((primitive) => {
    const [widest] = primitive.points.toSorted((a, b) => b.shapes.length - a.shapes.length)
    const { inputs, params } = sample({ ...(widest as Point<unknown>), least: 2 }, 1)
    const names = inputs.length > 1 ? ['a', 'b', 'c'] : ['x']
    const graph = trace((...xs: Tensor[]) => bind(primitive, xs, params), [...inputs], { labels: names })
    const shapes = graph.nodes.map(({ shape }) => shape.join('×') || '·').join(' ')
    return `${primitive.name} | ${toTex(graph)} | ${shapes} | ${graph.nodes.at(-1)?.operations}`
  })
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "einsum | \\operatorname{einsum}_{ab,bc,ca \\to}\\left(a,\\, b,\\, c\\right) | 3×2 2×3 3×3 · | 54
    abs | \\left|x\\right| | 3×2 3×2 | 6
    add | a + b | 3×2 3×2 3×2 | 6
    cos | \\cos\\left(x\\right) | 3×2 3×2 | 6
    div | \\frac{a}{b} | 3×2 3×2 3×2 | 6
    equal | a = b | 3×2 3×2 3×2 | 6
    exp | e^{x} | 3×2 3×2 | 6
    greater | a > b | 3×2 3×2 3×2 | 6
    log | \\log\\left(x\\right) | 3×2 3×2 | 6
    maximum | \\operatorname{maximum}\\left(a,\\, b\\right) | 3×2 3×2 3×2 | 6
    minimum | \\operatorname{minimum}\\left(a,\\, b\\right) | 3×2 3×2 3×2 | 6
    mul | a \\odot b | 3×2 3×2 3×2 | 6
    neg | -x | 3×2 3×2 | 6
    pow | a^{b} | 3×2 3×2 3×2 | 6
    relu | \\operatorname{relu}\\left(x\\right) | 3×2 3×2 | 6
    sigmoid | \\sigma\\left(x\\right) | 3×2 3×2 | 6
    sign | \\operatorname{sign}\\left(x\\right) | 3×2 3×2 | 6
    sin | \\sin\\left(x\\right) | 3×2 3×2 | 6
    softplus | \\operatorname{softplus}\\left(x\\right) | 3×2 3×2 | 6
    sqrt | \\sqrt{x} | 3×2 3×2 | 6
    sub | a - b | 3×2 3×2 3×2 | 6
    tan | \\tan\\left(x\\right) | 3×2 3×2 | 6
    tanh | \\tanh\\left(x\\right) | 3×2 3×2 | 6
    where | \\operatorname{where}\\left(a,\\, b,\\, c\\right) | 3×2 3×2 3×2 3×2 | 6
    broadcastTo | \\operatorname{broadcastTo}_{3,2}\\left(x\\right) | 3×1 3×2 | 0
    reshape | \\operatorname{reshape}_{6}\\left(x\\right) | 3×2 6 | 0
    transpose | \\operatorname{transpose}_{2,0,1}\\left(x\\right) | 3×2×3 3×3×2 | 0
    concat | \\left[a \\mid b\\right] | 3×2 3×2 6×2 | 0
    pad | \\operatorname{pad}\\left(x\\right) | 3×2 5×2 | 0
    slice | x_{0:2,1:2} | 3×2 2×1 | 0
    stack | \\begin{bmatrix}a \\\\ b \\\\ c\\end{bmatrix} | 3×2 3×2 3×2 3×2×3 | 0
    logSoftmax | \\operatorname{logSoftmax}_{0,2}\\left(x\\right) | 3×2×3 3×2×3 | 54
    logsumexp | \\operatorname{logsumexp}_{1}\\left(x\\right) | 3×2×3 3×1×3 | 18
    max | \\operatorname{max}_{1}\\left(x\\right) | 3×2×3 3×1×3 | 18
    mean | \\operatorname{mean}_{1}\\left(x\\right) | 3×2×3 3×1×3 | 18
    softmax | \\operatorname{softmax}_{0,2}\\left(x\\right) | 3×2×3 3×2×3 | 54
    sum | \\operatorname{sum}_{1}\\left(x\\right) | 3×2×3 3×1×3 | 18
    var | \\operatorname{var}_{1}\\left(x\\right) | 3×2×3 3×1×3 | 72
    acos | \\arccos\\left(x\\right) | 3×2 3×2 | 6
    asin | \\arcsin\\left(x\\right) | 3×2 3×2 | 6
    atan | \\arctan\\left(x\\right) | 3×2 3×2 | 6
    cosh | \\cosh\\left(x\\right) | 3×2 3×2 | 6
    erf | \\operatorname{erf}\\left(x\\right) | 3×2 3×2 | 6
    gelu | \\operatorname{gelu}\\left(x\\right) | 3×2 3×2 | 6
    hardtanh | \\operatorname{hardtanh}\\left(x\\right) | 3×2 3×2 | 6
    log10 | \\log_{10}\\left(x\\right) | 3×2 3×2 | 6
    log2 | \\log_{2}\\left(x\\right) | 3×2 3×2 | 6
    rsqrt | \\frac{1}{\\sqrt{x}} | 3×2 3×2 | 6
    silu | \\operatorname{silu}\\left(x\\right) | 3×2 3×2 | 6
    sinh | \\sinh\\left(x\\right) | 3×2 3×2 | 6
    argmax | \\operatorname{argmax}_{1}\\left(x\\right) | 3×2×3 3×3 | 18
    cumsum | \\operatorname{cumsum}_{1}\\left(x\\right) | 3×2×3 3×2×3 | 18
    gather | a_{\\left[b\\right]} | 3×2 3 3×2 | 0
    onehot | \\operatorname{onehot}_{3}\\left(x\\right) | 3×2 3×2×3 | 0
    dot | a \\cdot b | 3 3 · | 6
    matmul | a \\, b | 3×2×3 3×1×3×3 3×3×2×3 | 324
    outer | a \\otimes b | 3 2 3×2 | 6
    conv2d | a * b | 4×4×3 2×3×3×3 3×2×3 | 648
    convImage | a * b | 3×2×3×3 3×2×3 5×3×3 | 648
    convKernel | a * b | 4×4×3 2×3×2 3×2×3×2 | 432"
  `)
})
