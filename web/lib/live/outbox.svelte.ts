/**
 * The way of a ballot, its first step: what an examiner or the crowd submits is stored on the phone with an id before
 * it is sent, and sent again with that id until the server's answer is final (J2, J3). It survives a reload.
 */
import type { CommandBody, CommandType } from '../../../assessment/decide.ts';
import type { Reply } from '../../../realtime/protocol-names.ts';
import { carrierOf, type Carrier } from './carry.ts';
import { BestStore, type ItemStore } from './item-store.ts';
import { Lanes } from './lanes.ts';
import { LineEnded } from './line.ts';
import type { Live } from './live.svelte.ts';
import { newSecret } from './secret.ts';
import { sessionSecret } from './session.ts';
import { openTabs, type Tabs } from './tabs.ts';

/** `stored`: on this phone; `sending`: on its way, unanswered; the others are final. */
export type OutboxState = 'stored' | 'sending' | 'accepted' | 'refused';

export interface OutboxItem<T extends CommandType = CommandType> {
  id: string;
  type: T;
  body: CommandBody<T>;
  state: OutboxState;
  reply: Reply | null;
  /** Server time at which it was submitted, as this phone knew it. */
  at: number;
  /** The line of the journal that accepted it. */
  line?: string;
  /** How much of its photo has arrived, in per cent; absent while nothing is on its way. */
  carried?: number;
}

type News = { item: OutboxItem } | { forget: string };

/** Another tab's item is sent from here too if that tab has not brought it home by then. */
const ADOPT = 15_000;
const MOST = 200;

export const isFinal = (item: Pick<OutboxItem, 'state'>): boolean =>
  item.state === 'accepted' || item.state === 'refused';

/** The photo that has to be there before the command that names it. */
const pictureOf = ({ type, body }: Pick<OutboxItem, 'type' | 'body'>): string | null =>
  type === 'question.ask' || type === 'evidence.attach'
    ? ((body as { picture?: string }).picture ?? null)
    : null;

/** What must arrive in order: all that is said of one unit or one question. A photo holds nothing up. */
function laneOf({ type, body }: Pick<OutboxItem, 'type' | 'body'>): string {
  const picture = pictureOf({ type, body });
  if (picture !== null) return `${type} ${picture}`;
  const about = body as { unit?: string; question?: string };
  return `${type} ${about.unit ?? about.question ?? ''}`;
}

export class Outbox {
  items = $state.raw<OutboxItem[]>([]);
  /** False where a reload would forget what waits. */
  durable = $state.raw(true);
  /** What an earlier page load left is in `items`. */
  readonly ready: Promise<void>;
  readonly #live: Pick<Live, 'deliver' | 'now' | 'mineLine'>;
  readonly #store: ItemStore;
  readonly #carrier: Carrier | null;
  readonly #tabs: Tabs<News>;
  readonly #lanes = new Lanes();
  #closed = false;

  constructor(
    live: Pick<Live, 'deliver' | 'now' | 'mineLine'>,
    scope: string,
    store: ItemStore = new BestStore(scope),
    carrier: Carrier | null = null,
  ) {
    this.#live = live;
    this.#carrier = carrier;
    this.#store = store;
    this.#tabs = openTabs<News>(`dkc.outbox ${scope}`, (news) => this.#hear(news));
    this.ready = this.#load();
    if (typeof window !== 'undefined') window.addEventListener('beforeunload', this.#leaving);
  }

  /** Something waits that leaving the page would lose. */
  get atRisk(): boolean {
    return !this.durable && this.items.some((one) => !isFinal(one));
  }

  /** Resolves when it is stored on this phone; the rest goes on by itself and shows in `items`. */
  async submit<T extends CommandType>(type: T, body: CommandBody<T>): Promise<OutboxItem<T>> {
    const item: OutboxItem<T> = {
      id: newSecret(),
      type,
      body,
      state: 'stored',
      reply: null,
      at: this.#live.now(),
    };
    this.#show(item as unknown as OutboxItem);
    await this.#keep(item as unknown as OutboxItem);
    this.#run(item.id);
    return item;
  }

  /** Takes an answered item out of sight and off the phone. One that waits for its answer stays. */
  forget(id: string): void {
    const item = this.find(id);
    if (!item || !isFinal(item)) return;
    this.#drop(id);
    if (item.state === 'refused') this.#dropPicture(item);
    this.#tabs.tell({ forget: id });
  }

  /** Offers once more what a journal accepted that is lost (J1). */
  again(item: OutboxItem): void {
    const again: OutboxItem = { ...item, state: 'stored', reply: null };
    this.#show(again);
    void this.#keep(again).then(() => this.#run(item.id));
  }

  find(id: string): OutboxItem | undefined {
    return this.items.find((one) => one.id === id);
  }

  /** Items of one type, oldest first. */
  of<T extends CommandType>(type: T): OutboxItem<T>[] {
    return this.items.filter((one) => one.type === type) as unknown as OutboxItem<T>[];
  }

  close(): void {
    this.#closed = true;
    this.#tabs.close();
    if (typeof window !== 'undefined') window.removeEventListener('beforeunload', this.#leaving);
  }

  /** The browser asks, where it knows how; the words for it stand on the page all the time. */
  readonly #leaving = (event: Event): void => {
    if (this.atRisk) event.preventDefault();
  };

  async #load(): Promise<void> {
    const found = (await this.#store.all()) as OutboxItem[];
    this.durable = this.#store.durable;
    for (const item of found.sort((a, b) => a.at - b.at)) {
      if (this.find(item.id)) continue;
      this.#show(item.state === 'sending' ? { ...item, state: 'stored' } : item);
    }
    for (const { id } of found) this.#run(id);
  }

  async #keep(item: OutboxItem): Promise<void> {
    await this.#store.put(item);
    this.durable = this.#store.durable;
  }

  #show(item: OutboxItem): void {
    const known = this.items.some((one) => one.id === item.id);
    const items = known ? this.items.map((one) => (one.id === item.id ? item : one)) : [...this.items, item];
    this.items =
      items.length > MOST ? items.filter((one, at) => !isFinal(one) || at >= items.length - MOST) : items;
    this.#tabs.tell({ item });
  }

  #drop(id: string): void {
    this.items = this.items.filter((one) => one.id !== id);
    void this.#store.remove(id);
  }

  #run(id: string): void {
    const item = this.find(id);
    if (!item || isFinal(item) || this.#closed) return;
    this.#lanes.put(laneOf(item), id, () => this.#bring(id));
  }

  async #bring(id: string): Promise<void> {
    const item = this.find(id);
    if (!item || isFinal(item) || this.#closed) return;
    try {
      await this.#answered(id, await this.#sent(item));
    } catch (error) {
      // A page that is closed, or too old for the server, leaves it stored; a revoked session can never send it.
      const code = error instanceof LineEnded ? error.code : null;
      if (code === 'revoked' || code === 'pass-moved')
        await this.#answered(id, { ok: false, code, detail: {}, retry: false });
      else this.#under(id, 'stored');
    }
  }

  /** A photo first. A hub that has lost it meanwhile (A1: another journal) is brought it once more. */
  async #sent(item: OutboxItem): Promise<Reply> {
    const { id } = item;
    const deliver = () => this.#live.deliver(item, (way) => this.#under(id, way ? 'sending' : 'stored'));
    const picture = this.#carrier && pictureOf(item);
    if (!picture) return deliver();
    for (let tries = 0; ; tries += 1) {
      const refused = await this.#carried(id, picture);
      const reply = refused ?? (await deliver());
      if (reply.ok || reply.code !== 'picture-unknown' || refused || tries > 0) return reply;
    }
  }

  #carried(id: string, picture: string): Promise<Reply | null> {
    const told = (share: number | null) => {
      const item = this.find(id);
      const carried = share === null ? undefined : Math.floor(share * 10) * 10;
      if (!item || isFinal(item) || item.carried === carried) return;
      const { carried: _before, ...rest } = item;
      this.#show(carried === undefined ? rest : { ...rest, carried });
    };
    return this.#carrier!.bring(picture, { going: () => !this.#closed && this.find(id) !== undefined, told });
  }

  /** The photo of an item that has left is taken off the phone, unless another one needs it. */
  #dropPicture(item: OutboxItem): void {
    const picture = pictureOf(item);
    const others = this.items.some(
      (one) => one.id !== item.id && one.state !== 'accepted' && pictureOf(one) === picture,
    );
    if (picture !== null && !others) this.#carrier?.drop(picture);
  }

  #under(id: string, state: OutboxState): void {
    const item = this.find(id);
    if (item && !isFinal(item) && item.state !== state) this.#show({ ...item, state });
  }

  async #answered(id: string, reply: Reply): Promise<void> {
    const item = this.find(id);
    if (!item || isFinal(item)) return;
    const state = reply.ok ? 'accepted' : 'refused';
    const answered: OutboxItem = { ...item, state, reply, line: this.#live.mineLine };
    this.#show(answered);
    if (reply.ok) this.#dropPicture(answered);
    this.#forgetOlder(answered);
    // Receipts and refusals are still there after a reload; that a hand went up is not worth it.
    if (answered.state === 'refused' || answered.type === 'ballot.submit') await this.#keep(answered);
    else await this.#store.remove(id);
  }

  /** What was answered before in the same lane has been overtaken; a question never overtakes another. */
  #forgetOlder(item: OutboxItem): void {
    if (item.state !== 'accepted' || item.type === 'question.ask') return;
    const lane = laneOf(item);
    for (const one of this.items) {
      if (one.id !== item.id && isFinal(one) && one.at <= item.at && laneOf(one) === lane)
        this.forget(one.id);
    }
  }

  #hear(news: News): void {
    if (this.#closed) return;
    if ('forget' in news) return this.#drop(news.forget);
    const mine = this.find(news.item.id);
    if (mine && (isFinal(mine) || this.#lanes.has(mine.id)) && !isFinal(news.item)) return;
    this.items = mine
      ? this.items.map((one) => (one.id === mine.id ? news.item : one))
      : [...this.items, news.item].sort((a, b) => a.at - b.at);
    if (!isFinal(news.item)) setTimeout(() => this.#run(news.item.id), ADOPT);
  }
}

export function openOutbox(live: Live, seat = ''): Outbox {
  const scope = `${live.code}.${sessionSecret(live.code, seat)}`;
  // Who sits at a shared tablet (I8) sends no photos.
  return new Outbox(live, scope, new BestStore(scope), seat === '' ? carrierOf(live.code) : null);
}
