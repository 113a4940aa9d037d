/**
 * Where what was submitted waits until the server has it: IndexedDB, else localStorage, else memory. Private windows
 * and old web views lack one or the other, or have one that never answers.
 */
import { openDB, type IDBPDatabase } from 'idb';

export interface Stored {
  id: string;
}

/** `scope` is one session of one meeting; nothing of another is ever read. */
export interface ItemStore {
  /** False where a reload forgets. */
  readonly durable: boolean;
  all(): Promise<Stored[]>;
  put(item: Stored): Promise<void>;
  remove(id: string): Promise<void>;
}

const PATIENCE = 2000;

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('storage does not answer')), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const openOutbox = () =>
  inTime(
    openDB('dkc', 1, {
      upgrade: (fresh) => void fresh.createObjectStore('outbox'),
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    }),
  );

/** @throws where there is no IndexedDB, or it does not work */
async function inDatabase(scope: string): Promise<ItemStore> {
  let db = await openOutbox();
  const mine = IDBKeyRange.bound([scope], [scope, []]);
  /** A connection that the phone cut in the background is opened again. */
  const use = async <T>(act: (database: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      return await inTime(act(db));
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error;
      db = await openOutbox();
      return inTime(act(db));
    }
  };
  return {
    durable: true,
    all: () => use((database) => database.getAll('outbox', mine)) as Promise<Stored[]>,
    put: (item) =>
      use(async (database) => {
        // What the page calls stored is on disk, where the browser knows how.
        const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(item, [scope, item.id]), transaction.done]);
      }),
    remove: (id) => use((database) => database.delete('outbox', [scope, id])),
  };
}

/** @throws where localStorage is closed */
export function inLocalStorage(scope: string): ItemStore {
  const prefix = `dkc.outbox.${scope}.`;
  localStorage.setItem(`${prefix}probe`, '');
  localStorage.removeItem(`${prefix}probe`);
  return {
    durable: true,
    all: () => {
      const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
      const found = keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => localStorage.getItem(key) ?? 'null');
      return Promise.resolve(
        found.map((text) => JSON.parse(text) as Stored | null).filter((one) => one !== null),
      );
    },
    put: async (item) => localStorage.setItem(prefix + item.id, JSON.stringify(item)),
    remove: async (id) => localStorage.removeItem(prefix + id),
  };
}

export function inMemory(): ItemStore {
  const items = new Map<string, Stored>();
  return {
    durable: false,
    all: () => Promise.resolve([...items.values()]),
    put: (item) => Promise.resolve(void items.set(item.id, item)),
    remove: (id) => Promise.resolve(void items.delete(id)),
  };
}

/** The best that works here. What fails later falls to the next, and what was in hand goes along. */
export class BestStore implements ItemStore {
  durable = true;
  readonly #ways: ((scope: string) => ItemStore | Promise<ItemStore>)[];
  readonly #scope: string;
  readonly #held = new Map<string, Stored>();
  #store: Promise<ItemStore>;

  constructor(scope: string, ways = [inDatabase, inLocalStorage, inMemory]) {
    this.#scope = scope;
    this.#ways = [...ways];
    this.#store = this.#next();
  }

  async all(): Promise<Stored[]> {
    for (const item of await this.#with((store) => store.all())) this.#held.set(item.id, item);
    for (const way of [...this.#ways]) await this.#bringHome(way);
    return [...this.#held.values()];
  }

  async put(item: Stored): Promise<void> {
    this.#held.set(item.id, item);
    await this.#with((store) => store.put(item));
  }

  async remove(id: string): Promise<void> {
    this.#held.delete(id);
    await this.#with((store) => store.remove(id));
  }

  async #with<T>(use: (store: ItemStore) => Promise<T>): Promise<T> {
    for (;;) {
      const tried = this.#store;
      const store = await tried;
      try {
        return await use(store);
      } catch (error) {
        // Another call may have moved on meanwhile, to the last place that there is.
        if (this.#store !== tried) continue;
        if (this.#ways.length === 0) throw error;
        this.#store = this.#next();
      }
    }
  }

  /** What an earlier page load had to leave in a lesser place, because the better one failed it. */
  async #bringHome(way: (scope: string) => ItemStore | Promise<ItemStore>): Promise<void> {
    try {
      const left = await way(this.#scope);
      for (const item of await left.all()) {
        await this.put(item);
        await left.remove(item.id);
      }
    } catch {
      // A place that cannot be opened holds nothing.
    }
  }

  async #next(): Promise<ItemStore> {
    for (let way = this.#ways.shift(); way; way = this.#ways.shift()) {
      try {
        const store = await way(this.#scope);
        for (const item of this.#held.values()) await store.put(item);
        this.durable = store.durable;
        return store;
      } catch {
        // The next one.
      }
    }
    this.durable = false;
    return inMemory();
  }
}
