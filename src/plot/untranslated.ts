/**
 * The attributes of what no translator may touch: formulas, cells, code, plots. With a capital, because Preact would set
 * the property `translate` instead, which takes any text for true.
 */
export const untranslated: object = { Translate: 'no' }
