/** An identity of the reference: a layer as a reader would type it. What it is derived by is each of its inputs. */
export type Identity = {
  /** Its permanent address: /reference/#name. */
  readonly name: string
  readonly label: string
  readonly text: string
  /** The inputs whose gradients are given, where that is not all of them. */
  readonly by?: readonly string[]
}

export type Group = { readonly name: string; readonly title: string; readonly of: readonly Identity[] }

export const identity = (name: string, label: string, text: string, by?: readonly string[]): Identity => ({
  name,
  label,
  text,
  ...(by && { by }),
})
