/** What models take from here: it leads to no React. */
export { angleOf, pathOf, type XY } from './path'
export { rangeOf, scaleOf, ticksOf, type Range, type Scale, type Tick } from './scale'
export { sample } from './sample'
export { swings, type Drawn } from './swings'
