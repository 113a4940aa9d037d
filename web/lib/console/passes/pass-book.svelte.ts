/** The passes whose secrets this browser holds: it made them, so it can print and open them again (I1). */
import type { CommandBody } from '$assessment/decide.ts';
import type { PassView } from '$assessment/view-people.ts';
import type { Reply } from '$protocol-names.ts';
import { newSecret } from '../../live/secret.ts';
import type { Live } from '../../live/live.svelte.ts';
import { hashOf, readSecrets, writeSecrets, type Secrets } from './secrets.ts';
import { KINDS } from './kinds.ts';
import { planScreen, type Planned } from './pass-plan.ts';

type Named = Pick<PassView, 'id' | 'kind'>;

export class PassBook {
  secrets = $state.raw<Secrets>({});
  /** False once this browser refused to keep a secret: it is then gone with the page. */
  keeps = $state(true);
  readonly #code: string;
  readonly #live: Live;

  constructor(code: string, live: Live) {
    this.#code = code;
    this.#live = live;
    this.secrets = readSecrets(code);
  }

  has(id: string): boolean {
    return this.secrets[id] !== undefined;
  }

  /** The page that a pass opens, below any address of the hub; null without its secret. */
  pathOf({ id, kind }: Named): string | null {
    const secret = this.secrets[id];
    if (secret === undefined) return null;
    return `/${KINDS[kind].page}/${this.#code}#${secret}`;
  }

  async issue(planned: readonly Planned[]): Promise<Reply> {
    const made = Object.fromEntries(planned.map(({ id }) => [id, newSecret()]));
    const passes = planned.map((one) => ({ ...one, hash: hashOf(made[one.id] ?? '') }));
    return this.#with(made, () => this.#live.send('passes.issue', { passes }));
  }

  async reissue(pass: string, reason: string): Promise<Reply> {
    const secret = newSecret();
    return this.#with({ [pass]: secret }, () =>
      this.#live.send('pass.reissue', { pass, hash: hashOf(secret), reason }),
    );
  }

  /** I4: a walk-in or a substitute; the rules put him on the roster and make his pass in one step. */
  async add(planned: Planned, body: Omit<CommandBody<'examiner.add'>, 'pass'>): Promise<Reply> {
    const secret = newSecret();
    const { id, number } = planned;
    return this.#with({ [id]: secret }, () =>
      this.#live.send('examiner.add', { ...body, pass: { id, number, hash: hashOf(secret) } }),
    );
  }

  /** The path of a screen whose secret is here, of a new one where there is none. */
  async screenPath(passes: readonly PassView[]): Promise<string | Reply> {
    const known = passes.find((one) => one.kind === 'screen' && !one.revoked && this.has(one.id));
    const pass = known ?? planScreen(passes);
    if (!known) {
      const reply = await this.issue([pass as Planned]);
      if (!reply.ok) return reply;
    }
    return this.pathOf(pass) ?? '';
  }

  /** Secrets are kept before they are sent: an answer that never comes must not cost a printed sheet. */
  async #with(made: Secrets, send: () => Promise<Reply>): Promise<Reply> {
    const before = this.secrets;
    this.#keep({ ...before, ...made });
    const reply = await send();
    if (!reply.ok) {
      const back = { ...this.secrets };
      for (const id of Object.keys(made)) {
        const was = before[id];
        if (was === undefined) delete back[id];
        else back[id] = was;
      }
      this.#keep(back);
    }
    return reply;
  }

  #keep(secrets: Secrets): void {
    this.secrets = secrets;
    this.keeps = writeSecrets(this.#code, secrets);
  }
}
