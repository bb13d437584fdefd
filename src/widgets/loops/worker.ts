import { loadKernel } from '@/autodiff/kernel'
import { serve, type LayerLetters } from '@/figure/pure'
import { timing, type Way } from './timing'

const calls = {
  /** Once the kernel is loaded, products go to it for good: each way has a worker of its own. */
  async time({ way, n, letters }: { way: Way; n: number; letters: LayerLetters }) {
    const plain = way === 'kernel' && (await loadKernel()).variant === 'typescript'
    return { ...timing(way, n, letters), plain }
  },
}
export type Calls = typeof calls
serve(calls)
