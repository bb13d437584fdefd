/** What only figures in other letters than the handout's need; see `drawn.ts`. */
export { Formula } from '@/figure'
export { rateIn, sumIn } from './entries'
export { nudgedIn, productIn } from './factors'
export { labelIn, nudgeIn } from './labels'
export { chainRuleIn } from './layouts'
