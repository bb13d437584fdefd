/** Whether two props say the same: for what is many nodes and seldom changes, so that a drag does not pay for it. */
export const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)
