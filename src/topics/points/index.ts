export { noValue, reason } from './reason'
export { sideOf, type Curve, type Side } from './side'
export { slopeHere, troubleAlong, troubleAt, troubleBeside, type Looked, type Trouble } from './trouble'
