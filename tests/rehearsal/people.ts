/** Seeded people: the demo rosters first, then as many more as are asked for, of the same invented names. */
import { demoRoster, type DemoRoster } from '../../db/demo.ts';
import type { Random } from '../support/random.ts';

/** What an examiner is going to do, drawn before the meeting starts. */
export interface Habits {
  /** The turn at which he arrives; 0 is the first. */
  arrives: number;
  /** The turn before which he leaves; Infinity for nearly everybody. */
  leaves: number;
  replaces: number;
  resends: number;
  /** How often he presses the button only behind the lock. */
  late: number;
  /** His share of the points, and how far he strays from it. */
  leaning: number;
}

export function people(committees: number, examiners: number, random: Random): DemoRoster {
  const demo = demoRoster(25);
  const units = Array.from({ length: committees }, (_, at) => demo.units[at] ?? inventedUnit(demo, at));
  const members = units.flatMap((unit, at) => {
    const model = demo.units[at % demo.units.length];
    const team = demo.members.filter((one) => one.unit === model?.id);
    return team.map((one, k) => ({
      ...one,
      id: `m${at}-${k}`,
      unit: unit.id,
      name: at < 25 ? one.name : name(demo, random),
    }));
  });
  const here = new Set(units.map((unit) => unit.id));
  const panel = Array.from({ length: examiners }, (_, at) => {
    const known = at < demo.examiners.length ? demo.examiners[at] : undefined;
    const model = known ?? random.pick(demo.examiners);
    const recusals = known ? known.recusals : random.chance(0.05) ? [random.pick(units).id] : [];
    return {
      ...model,
      id: `e${at + 1}`,
      name: known?.name ?? name(demo, random),
      recusals: recusals.filter((one) => here.has(one)),
    };
  });
  return { ...demo, units, members, examiners: panel };
}

function inventedUnit(demo: DemoRoster, at: number): DemoRoster['units'][number] {
  const model = demo.units[at % demo.units.length];
  const round = Math.floor(at / demo.units.length) + 1;
  return {
    id: `u${at + 1}`,
    name: (model?.name ?? '').replace('社区', `${round}区`),
    street: model?.street ?? '',
  };
}

/** A family name of one demo person, a given name of another. */
function name(demo: DemoRoster, random: Random): string {
  const family = [...random.pick(demo.members).name][0] ?? '';
  return family + [...random.pick(demo.members).name].slice(1).join('');
}

export function habits(turns: number, random: Random): Habits {
  return {
    arrives: random.chance(0.06) ? random.whole(0, turns - 1) : 0,
    leaves: random.chance(0.04) ? random.whole(1, turns) : Infinity,
    replaces: random.chance(0.2) ? 0.5 : 0,
    resends: random.chance(0.2) ? 0.5 : 0.02,
    late: random.chance(0.06) ? 0.4 : 0,
    leaning: 0.7 + random.next() * 0.25,
  };
}
