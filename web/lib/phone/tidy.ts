/** What people type for a number: full-width figures, a Chinese full stop, a point at either end, spaces. */
export const tidyFigures = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '');

export function tidyNumber(typed: string): string {
  return tidyFigures(typed)
    .replace(/[．。，,]/g, '.')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
}
