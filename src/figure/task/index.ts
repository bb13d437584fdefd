/** What takes long: off the page's thread, with progress and an end. */
export { createWorker } from './createWorker'
export { scriptAddress } from './scriptAddress'
export { quickest } from './quickest'
export { openWorker, serve, type Conversation } from './task'
export { Measured, TaskButton, TaskProgress } from './TaskControls'
export { useTask, type Task } from './useTask'
