/** What scripts/vite/kernel.ts makes of simd/gemm.as.ts: the address of the compiled module. */
declare module 'virtual:kernel/*' {
  const url: string
  export default url
}
