export { noValue, reason } from './reason'
export { sideOf, type Curve } from './side'
export { slopeHere, troubleAlong, troubleAt, troubleBeside, type Looked, type Trouble } from './trouble'
