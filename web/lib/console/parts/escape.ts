/** Escape leaves a form from any of its fields. */
export const onEscape = (leave: () => void) => (node: HTMLElement) => {
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  node.addEventListener('keydown', pressed);
  return () => node.removeEventListener('keydown', pressed);
};

export const focus = (node: HTMLElement): void => node.focus();
