/** Rows and columns of the result that one workgroup makes, and how deep it goes at once. */
export const tile = 64
export const depth = 16
/** A workgroup's threads stand 16 beside and 8 below each other; each makes 8×4 numbers, so far apart. */
const [across, down] = [16, 8]
const [rows, columns] = [tile / down, tile / across]

const counted = <T>(count: number, each: (k: number) => T): T[] =>
  Array.from({ length: count }, (_, k) => each(k))
const numbers = (half: boolean) => (half ? 'enable f16;\nalias Number = f16;' : 'alias Number = f32;')

/**
 * One factor's tile into workgroup memory, zeros beyond its edges. Neighboring threads read numbers that lie side by
 * side, whichever of its two ways the matrix runs; so a transposed factor costs the same.
 */
const fetched = (name: 'a' | 'b', length: string, first: string, side: string) => `
    for (var t = me; t < ${tile * depth}u; t += ${across * down}u) {
      let k = select(t / ${tile}u, t % ${depth}u, sizes.${name}Depth == 1u);
      let i = select(t % ${tile}u, t / ${depth}u, sizes.${name}Depth == 1u);
      let inside = start + k < last && ${first} + i < sizes.${length};
      let place = (${first} + i) * sizes.${name}Side + (start + k) * sizes.${name}Depth;
      ${side}[k * ${tile}u + i] = select(Number(0), ${name}[select(0u, place, inside)], inside);
    }`

/**
 * c (n×m) = a (n×d) · b (d×m), or, with several layers of workgroups, a part of the depth for each: these parts lie
 * behind one another in c. What a workgroup needs of a and b is fetched once for its 64×64 numbers, and each number
 * fetched from workgroup memory serves four or eight sums, which stay in registers. Sums are in single precision.
 */
export const productShader = (half: boolean): string => `${numbers(half)}
struct Layout {
  n: u32, d: u32, m: u32, part: u32,
  aSide: u32, aDepth: u32, bSide: u32, bDepth: u32,
}
@group(0) @binding(0) var<uniform> sizes: Layout;
@group(0) @binding(1) var<storage, read> a: array<Number>;
@group(0) @binding(2) var<storage, read> b: array<Number>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;
var<workgroup> left: array<Number, ${tile * depth}>;
var<workgroup> right: array<Number, ${tile * depth}>;

@compute @workgroup_size(${across}, ${down})
fn main(
  @builtin(local_invocation_id) at: vec3u,
  @builtin(local_invocation_index) me: u32,
  @builtin(workgroup_id) group: vec3u,
) {
  let top = group.y * ${tile}u;
  let edge = group.x * ${tile}u;
  let last = min(sizes.d, (group.z + 1u) * sizes.part);
  ${counted(rows, (r) => `var sum${r} = vec4f();`).join(' ')}
  for (var start = group.z * sizes.part; start < last; start += ${depth}u) {${fetched('a', 'n', 'top', 'left')}${fetched('b', 'm', 'edge', 'right')}
    workgroupBarrier();
    for (var k = 0u; k < ${depth}u; k++) {
      let x = k * ${tile}u + at.y;
      let y = k * ${tile}u + at.x;
      let four = vec4f(${counted(columns, (c) => `f32(right[y + ${across * c}u])`).join(', ')});
      ${counted(rows, (r) => `sum${r} += f32(left[x + ${down * r}u]) * four;`).join('\n      ')}
    }
    workgroupBarrier();
  }
  let sums = array(${counted(rows, (r) => `sum${r}`).join(', ')});
  for (var r = 0u; r < ${rows}u; r++) {
    let i = top + at.y + ${down}u * r;
    for (var q = 0u; q < ${columns}u; q++) {
      let j = edge + at.x + ${across}u * q;
      if (i < sizes.n && j < sizes.m) { c[(group.z * sizes.n + i) * sizes.m + j] = sums[r][q]; }
    }
  }
}`

/** Adds up the parts of a product that lie behind one another. */
export const sumShader = `
struct Parts { length: u32, parts: u32 }
@group(0) @binding(0) var<uniform> sizes: Parts;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read_write> output: array<f32>;
@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) at: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var k = at.x; k < sizes.length; k += 256u * groups.x) {
    var sum = 0f;
    for (var p = 0u; p < sizes.parts; p++) { sum += input[p * sizes.length + k]; }
    output[k] = sum;
  }
}`

/** Rounds numbers to half precision. */
export const halveShader = `enable f16;
struct Parts { length: u32, parts: u32 }
@group(0) @binding(0) var<uniform> sizes: Parts;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read_write> output: array<f16>;
@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) at: vec3u, @builtin(num_workgroups) groups: vec3u) {
  for (var k = at.x; k < sizes.length; k += 256u * groups.x) { output[k] = f16(input[k]); }
}`
