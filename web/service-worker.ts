/**
 * A phone that was here once starts without a network: the page and the files of one build, kept together. Only over
 * HTTPS (and on this machine). What is said to the hub, what the organizers use and what is exported never passes here,
 * and nothing is ever kept under an address that a person opened: links of passes carry a secret.
 */
import { version } from '$service-worker';
import { outdated, namesFiles, PREFIX, takesPage } from './lib/phone/extras/offline.ts';

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(event: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(event: 'fetch', listener: (event: Asked) => void): void;
}

const worker = self as unknown as Worker;
const MINE = PREFIX + version;
const PAGE = '/';
/** A worker knows the language of its phone by the address that it was registered under. */
const ENGLISH = new URL(worker.location.href).searchParams.get('lang') === 'en';
/** How long a slow network is waited for before the page that is kept is shown, ms. */
const PATIENCE = 3000;
/** Who reloads wants what is new: he may have been told that his page is too old. */
const RELOAD = 15_000;

/** All of one build or nothing: a hub that was given a new one in the middle of it is asked again another time. */
async function fill(): Promise<void> {
  const list = (await (await fetch('/offline.json', { cache: 'no-store' })).json()) as {
    version: string;
    files: string[];
    english: string[];
  };
  const wanted = ENGLISH ? [...list.files, ...list.english] : list.files;
  const page = await fetch(PAGE, { cache: 'no-store' });
  const known = namesFiles(await page.clone().text()).every((file) => wanted.includes(file));
  if (list.version !== version || !page.ok || !known) throw new Error('this is another build');
  const cache = await caches.open(MINE);
  // Names carry their hash, so what the browser has already is not fetched twice.
  await cache.addAll(wanted);
  await cache.put(PAGE, page);
  await worker.skipWaiting();
}

/** A page of the build before may still be open and fetch its parts; what is older goes. */
async function tidy(): Promise<void> {
  const old = outdated(await caches.keys(), MINE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const inTime = (answer: Promise<Response>, patience: number): Promise<Response> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('slow')), patience);
    answer.then(resolve, reject);
  });

async function pageFor(request: Request): Promise<Response> {
  const kept = await (await caches.open(MINE)).match(PAGE);
  const answer = fetch(request);
  if (!kept) return answer;
  try {
    const reload = request.cache === 'no-cache' || request.cache === 'reload';
    const fresh = await inTime(answer, reload ? RELOAD : PATIENCE);
    // A proxy answers for a hub that is down.
    return fresh.status < 500 ? fresh : kept;
  } catch {
    return kept;
  }
}

const fileFor = async (request: Request): Promise<Response> =>
  (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (pathname.startsWith('/_app/immutable/')) event.respondWith(fileFor(request));
  else if (request.mode === 'navigate' && takesPage(pathname)) event.respondWith(pageFor(request));
});
