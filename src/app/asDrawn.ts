/**
 * Sets controls to what the page's HTML says. A browser that goes back to a page gives them what they last showed, and
 * whoever is quick can change them before the page listens; what they are drawn from knows neither. What the second did is
 * done again once the page listens (acts.ts).
 */
export function asDrawn(part: Element) {
  for (const input of part.querySelectorAll('input')) {
    input.value = input.defaultValue
    input.checked = input.defaultChecked
  }
  for (const option of part.querySelectorAll('option')) option.selected = option.defaultSelected
}
