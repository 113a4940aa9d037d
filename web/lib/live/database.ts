/**
 * One object store of IndexedDB behind promises, no more than the outbox needs. A write is on disk when it resolves,
 * where the browser knows how; a connection that the phone cut in the background is opened again.
 */
const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

export class Database {
  readonly #name: string;
  readonly #store: string;
  #db: IDBDatabase | null = null;

  constructor(name: string, store: string) {
    this.#name = name;
    this.#store = store;
  }

  /** @throws where there is no IndexedDB, or it does not open */
  async open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(this.#store);
    this.#db = await answered(request);
    this.#db.onversionchange = () => this.#db?.close();
    return this.#db;
  }

  async read(range: IDBKeyRange): Promise<unknown[]> {
    const transaction = await this.#begin('readonly');
    return answered(transaction.objectStore(this.#store).getAll(range));
  }

  async write(act: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = await this.#begin('readwrite');
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
      act(transaction.objectStore(this.#store));
    });
  }

  async #begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    const begin = (db: IDBDatabase) => db.transaction(this.#store, mode, { durability: 'strict' });
    const db = this.#db;
    if (!db) return begin(await this.open());
    try {
      return begin(db);
    } catch {
      return begin(await this.open());
    }
  }
}
