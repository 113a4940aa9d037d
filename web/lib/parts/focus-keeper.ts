/**
 * Focus is never lost: when what had it leaves the page, because the stage moved on or another page came, it goes to the
 * nearest heading that is left, and on the way back to where the person came from. Kept in one place, so that no page
 * has to think of it.
 */
const OPERABLE = 'button, a[href], input, select, textarea, summary, [tabindex]';
const HEADINGS = ['h1', 'h2', 'h3', 'main'];

interface Held {
  element: HTMLElement;
  /** What it stood in, from the inside out, as it was then. */
  around: Element[];
  at: string;
  /** Put there by this file, so the person has not touched anything since he came. */
  kept: boolean;
}

/** The stage is the same place with and without its name in the address. */
const here = (): string => location.pathname + location.hash.replace(/^#stage$/, '');

const isOff = (element: HTMLElement): boolean =>
  !element.isConnected || element.matches(':disabled') || element.getClientRects().length === 0;

const nameOf = (element: Element): string =>
  `${element.localName} ${element.getAttribute('aria-label') ?? element.id ?? ''} ${element.textContent?.trim() ?? ''}`;

function around(element: Element): Element[] {
  const found: Element[] = [];
  for (let up = element.parentElement; up; up = up.parentElement) found.push(up);
  return found;
}

function headingIn(root: Element): HTMLElement | null {
  for (const kind of HEADINGS)
    for (const one of Array.from(root.querySelectorAll<HTMLElement>(kind))) if (!isOff(one)) return one;
  return null;
}

class FocusKeeper {
  #held: Held | null = null;
  /** Address → what was in hand when the person left it. */
  readonly #left = new Map<string, string>();

  hold(element: Element | null | undefined, kept = false): void {
    if (!(element instanceof HTMLElement) || element === document.body) return;
    this.#held = { element, around: around(element), at: here(), kept };
  }

  /** Who taps beside everything wants no focus anywhere. */
  tapped(target: Element): void {
    const pressed = target.closest(OPERABLE);
    if (pressed) this.hold(pressed);
    else if (document.activeElement === document.body) this.#held = null;
  }

  check(): void {
    const held = this.#held;
    const active = document.activeElement;
    if (!held || (active !== null && active !== document.body) || !isOff(held.element)) return;
    const came = held.at !== here();
    if (came && !held.kept) this.#left.set(held.at, nameOf(held.element));
    const target = (came || held.kept ? this.#known() : null) ?? this.#nearest(came ? [] : held.around);
    if (target) this.#put(target);
  }

  #known(): HTMLElement | null {
    const name = this.#left.get(here());
    if (name === undefined) return null;
    const all = Array.from(document.querySelectorAll<HTMLElement>(OPERABLE));
    return all.find((one) => nameOf(one) === name && !isOff(one)) ?? null;
  }

  #nearest(stoodIn: Element[]): HTMLElement | null {
    for (const one of [...stoodIn, document.body]) {
      const heading = one.isConnected ? headingIn(one) : null;
      if (heading) return heading;
    }
    return null;
  }

  #put(target: HTMLElement): void {
    if (!target.matches(OPERABLE)) {
      target.tabIndex = -1;
      target.dataset.kept = '';
    }
    target.focus({ preventScroll: true });
    this.hold(target, true);
  }
}

/** @returns a function that ends it */
export function keepFocus(): () => void {
  const keeper = new FocusKeeper();
  const focus = ({ target }: Event) => {
    if (target instanceof HTMLElement && target.dataset.kept === undefined) keeper.hold(target);
  };
  const click = ({ target }: Event) => target instanceof Element && keeper.tapped(target);
  const changes = new MutationObserver(() => keeper.check());
  keeper.hold(document.activeElement);
  document.addEventListener('focusin', focus);
  document.addEventListener('click', click, true);
  changes.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', focus);
    document.removeEventListener('click', click, true);
  };
}
