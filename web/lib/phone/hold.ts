/** A button that goes on while it is held, and does it once when it is tapped or pressed by key. */
const FIRST = 450;
const AGAIN = 90;

export function hold(node: HTMLElement, press: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held = false;
  let act = press;
  const again = () => {
    held = true;
    act();
    timer = setTimeout(again, AGAIN);
  };
  const down = () => {
    held = false;
    clearTimeout(timer);
    timer = setTimeout(again, FIRST);
  };
  const up = () => clearTimeout(timer);
  const click = () => {
    if (!held) act();
    held = false;
  };
  const still = (event: Event) => event.preventDefault();
  const listeners: [string, (event: Event) => void][] = [
    ['pointerdown', down],
    ['pointerup', up],
    ['pointerleave', up],
    ['pointercancel', up],
    ['click', click],
    ['contextmenu', still],
  ];
  for (const [event, listener] of listeners) node.addEventListener(event, listener);
  return {
    update: (next: () => void) => (act = next),
    destroy: () => {
      up();
      for (const [event, listener] of listeners) node.removeEventListener(event, listener);
    },
  };
}
