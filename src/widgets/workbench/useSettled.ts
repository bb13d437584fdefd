import { useEffect, useState } from 'react'

/** A value once it has stood still for so many milliseconds: what a reader types is judged when the fingers rest. */
export function useSettled<T>(value: T, rest: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return settled
}
