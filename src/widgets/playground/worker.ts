import { serve } from '@/figure/pure'
import { calls } from './calls'

serve(calls)
