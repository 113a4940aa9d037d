/** Which passes are still to be made, and what they are called: `people-08`, `m-u1-03`, `screen-1`. */
import { replaced } from '$assessment/arrivals.ts';
import type { Issue } from '$assessment/passes.ts';
import type { PassView, RosterView } from '$assessment/view-people.ts';
import type { Category } from '$assessment/sheet.ts';

/** A pass without the hash of its secret. */
export type Planned = Omit<Issue, 'hash'>;

const two = (n: number): string => String(n).padStart(2, '0');

/** The next free numbers behind `prefix`; a revoked pass keeps its own, so that paper never lies. */
function* freeNumbers(passes: readonly PassView[], prefix: string): Generator<string, never> {
  const taken = new Set(passes.map((one) => one.id));
  for (let n = 1; ; n += 1) if (!taken.has(`${prefix}-${two(n)}`)) yield two(n);
}

const bearers = (passes: readonly PassView[]): Set<string | null> =>
  new Set(passes.filter((one) => !one.revoked).map((one) => one.person));

/** Signed: one for each examiner who has none that holds and is still expected. */
export function planExaminers(roster: RosterView, passes: readonly PassView[]): Planned[] {
  const has = bearers(passes);
  const gone = replaced(passes);
  const numbers = new Map<string, Generator<string, never>>();
  return roster.examiners
    .filter((one) => !has.has(one.id) && !gone.has(one.id))
    .map(({ id: person, category }) => {
      const free = numbers.get(category) ?? freeNumbers(passes, category);
      numbers.set(category, free);
      const number = free.next().value;
      return { id: `${category}-${number}`, kind: 'examiner', number, category, person, unit: null };
    });
}

/** Anonymous: as many as are wanted in each category, for nobody in particular. */
export function planAnonymous(
  categories: readonly Category[],
  wanted: Readonly<Record<string, number>>,
  passes: readonly PassView[],
): Planned[] {
  return categories.flatMap(({ id: category }) => {
    const free = freeNumbers(passes, category);
    return Array.from({ length: wanted[category] ?? 0 }, (): Planned => {
      const number = free.next().value;
      return { id: `${category}-${number}`, kind: 'examiner', number, category, person: null, unit: null };
    });
  });
}

export function planMembers(roster: RosterView, passes: readonly PassView[]): Planned[] {
  const has = bearers(passes);
  const numbers = new Map<string, Generator<string, never>>();
  return roster.members
    .filter((one) => !has.has(one.id))
    .map(({ id: person, unit }) => {
      const free = numbers.get(unit) ?? freeNumbers(passes, `m-${unit}`);
      numbers.set(unit, free);
      const number = free.next().value;
      return { id: `m-${unit}-${number}`, kind: 'member', number, category: null, person, unit };
    });
}

/** For whoever comes on the day: the next number of his category (I4). */
export function planOne(category: string, person: string | null, passes: readonly PassView[]): Planned {
  const number = freeNumbers(passes, category).next().value;
  return { id: `${category}-${number}`, kind: 'examiner', number, category, person, unit: null };
}

/** One for each unit that has none: whoever speaks for it shows slides and takes questions (I1). */
export function planPresenters(units: readonly { id: string }[], passes: readonly PassView[]): Planned[] {
  const has = new Set(passes.flatMap((one) => (one.kind === 'presenter' && !one.revoked ? [one.unit] : [])));
  return units
    .filter((one) => !has.has(one.id))
    .map(({ id: unit }) => {
      const number = freeNumbers(passes, `r-${unit}`).next().value;
      return { id: `r-${unit}-${number}`, kind: 'presenter', number, category: null, person: null, unit };
    });
}

export function planScreen(passes: readonly PassView[]): Planned {
  const taken = new Set(passes.map((one) => one.id));
  let n = 1;
  while (taken.has(`screen-${n}`)) n += 1;
  return { id: `screen-${n}`, kind: 'screen', number: String(n), category: null, person: null, unit: null };
}

export function planKiosk(passes: readonly PassView[]): Planned {
  const taken = new Set(passes.map((one) => one.id));
  let n = 1;
  while (taken.has(`kiosk-${n}`)) n += 1;
  return { id: `kiosk-${n}`, kind: 'kiosk', number: String(n), category: null, person: null, unit: null };
}
