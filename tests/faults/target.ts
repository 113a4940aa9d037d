/** The meeting that is attacked: it runs, people of every kind have passes, and a turn is open to ballots and votes. */
import { hashSecret } from '../../assessment/passes.ts';
import type { PassKind } from '../../assessment/actors.ts';
import type { Stage } from '../../assessment/turns.ts';
import { Caller } from '../support/caller.ts';
import type { HubProcess } from '../support/hub-process.ts';
import type { Random } from '../support/random.ts';
import { ask } from '../rehearsal/host.ts';
import type { Names } from './shapes.ts';

export interface Insider {
  kind: PassKind;
  secret: string;
}

/** How many of each kind are among the attackers. */
const EXAMINERS = 16;
const MEMBERS = 4;
/** Fields that name something. */
const NAMED = /^(?:id|unit|pass|person|category|question|member|criterion|draw|screen)$/;
const OFF_STAGE: ReadonlySet<Stage> = new Set<Stage>(['waiting', 'locked', 'published']);

export class Target {
  readonly code: string;
  readonly id: string;
  readonly insiders: readonly Insider[];
  /** What it calls its people and things. */
  readonly names: Names;
  readonly #hub: HubProcess;

  private constructor(hub: HubProcess, code: string, id: string, insiders: Insider[], names: Names) {
    this.#hub = hub;
    [this.code, this.id, this.insiders, this.names] = [code, id, insiders, names];
  }

  static async open(hub: HubProcess, random: Random): Promise<Target> {
    const token = hub.token();
    const made = await ask(`${hub.url}/api/meetings`, token, { method: 'POST', body: '{"kind":"demo"}' });
    const { code } = (await made.json()) as { code: string };
    const owner = await new Caller({ url: hub.url, code, token, id: () => random.token(16) }).ready();
    await owner.must('meeting.open', {});
    const [unit = ''] = (owner.slices.agenda ?? []).map((row) => row.unit);
    const insiders: Insider[] = [];
    const issue = (id: string, kind: PassKind, of: object = {}) => {
      const secret = random.token(16);
      insiders.push({ kind, secret });
      const pass = { category: null, person: null, unit: null, hash: hashSecret(secret), ...of };
      return { ...pass, id, kind, number: String(insiders.length) };
    };
    const { examiners = [], members = [] } = owner.slices.roster ?? {};
    await owner.must('passes.issue', {
      passes: [
        ...examiners
          .slice(0, EXAMINERS)
          .map(({ id, category }) => issue(`pass-${id}`, 'examiner', { category, person: id })),
        ...members
          .slice(0, MEMBERS)
          .map(({ id, unit: of }) => issue(`pass-${id}`, 'member', { person: id, unit: of })),
        issue('presenter', 'presenter', { unit }),
        issue('wall', 'screen'),
        issue('tablet', 'kiosk'),
      ],
    });
    for (const [from, to] of [
      ['waiting', 'reporting'],
      ['reporting', 'questioning'],
      ['questioning', 'scoring'],
    ] as const)
      await owner.must('turn.step', { unit, from, to });
    const names = namesIn(owner.slices);
    const { id = '' } = owner.slices.meeting ?? {};
    owner.close();
    return new Target(hub, code, id, insiders, names);
  }

  /** Puts it away, so that the hub has nothing of it in its memory any more. */
  async close(): Promise<void> {
    const token = this.#hub.token();
    const owner = await new Caller({ url: this.#hub.url, code: this.code, token }).ready();
    const told: string[] = [];
    for (const { unit, stage: from } of owner.slices.agenda ?? [])
      if (!OFF_STAGE.has(from)) {
        const reply = await owner.command('turn.absent', { unit, from, reason: '演练结束' });
        if (!reply.ok) told.push(`${unit} ${from} ${reply.code}`);
      }
    await owner.command('meeting.scrutineers', { scrutineers: [] });
    const { phase } = owner.slices.meeting ?? {};
    const closed = await owner.command('meeting.close', {});
    if (!closed.ok && phase !== 'closed') throw new Error(`close: ${phase} ${closed.code} ${told.join()}`);
    owner.close();
    await ask(`${this.#hub.url}/api/meetings/${this.code}/archive`, token, { method: 'POST' });
  }
}

/** Everything that a view gives a name to, by what it names: the `id` of one of `units` is a unit's. */
function namesIn(slices: unknown): Names {
  const found: Record<string, Set<string>> = {};
  const look = (value: unknown, key: string, of: string) => {
    if (typeof value === 'string') {
      if (NAMED.test(key) && value !== '') (found[key === 'id' ? of : key] ??= new Set()).add(value);
    } else if (Array.isArray(value)) for (const one of value) look(one, key, key.replace(/s$/, ''));
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(one, name, of);
  };
  look(slices, '', '');
  return Object.fromEntries(Object.entries(found).map(([key, some]) => [key, [...some]]));
}
