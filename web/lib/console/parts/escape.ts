/** Escape leaves a form from any of its fields. */
export const onEscape = (leave: () => void) => (node: HTMLElement) => {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  node.addEventListener('keydown', pressed);
  return () => node.removeEventListener('keydown', pressed);
};

export const focus = (node: HTMLElement): void => node.focus();

/** For a field that shows itself a moment later, and never away from somebody who is typing. */
export const focusSoon = (node: HTMLElement): void => {
  setTimeout(() => {
    if (!document.activeElement?.matches('input, textarea, select')) node.focus();
  });
};

/** For a field whose words are likely right and else replaced whole. */
export const focusAll = (node: HTMLInputElement | HTMLTextAreaElement): void => {
  node.focus();
  node.select();
};
