/** Whoever reads the page by ear or by keyboard is brought to what has just come. */
export const focused = (element: HTMLElement): void => element.focus({ preventScroll: true });
