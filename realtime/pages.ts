/** The pages: built files, each answered with the one page that finds its way itself; in development, Vite. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import sirv from 'sirv';
import { RECOUNT_PAGE, recountHeaders } from './recount-page.ts';

/** The page of the phones, built on its own (docs/decisions/0011), and the addresses that it answers. */
const PHONES = 'phone.html';
const OF_PHONES = /^\/(?:[pm]\/[^/]+\/?)?$/;
/**
 * B6 · The public page of a closed meeting stands at the meeting's own address, and always at `/result` below it. Whoever
 * has a page of his own there goes on to it with `?my` (docs/decisions/0025).
 */
const PUBLICATION = 'publication.html';
const OF_PUBLICATION = /^\/m\/([0-9]{6})(\/result)?\/?$/;
/** Names of these files carry their hash. */
const HASHED = '/_app/immutable/';

/** Inline scripts of the built page by their hash; everything else comes from this hub. */
function scriptHashes(page: string): string[] {
  const scripts = page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
}

/**
 * What a page may load. Nothing is forced to HTTPS: in a venue without internet the phones come over plain HTTP,
 * where a browser would complain about headers that only count on secure origins.
 */
export function headers(pages: string, dev: boolean): RequestHandler {
  const built = ['index.html', PHONES, PUBLICATION]
    .map((name) => join(pages, name))
    .filter((path) => existsSync(path));
  const inline = dev
    ? ["'unsafe-inline'"]
    : built.flatMap((path) => scriptHashes(readFileSync(path, 'utf8')));
  const full = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inline],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const recount = recountHeaders(pages);
  return (request, response, next) => {
    if (request.path === RECOUNT_PAGE) return recount(request, response, next);
    if (!request.path.startsWith(HASHED)) return full(request, response, next);
    // What holds for a page says nothing of a script or a style: on a bad cell these are most of a small file.
    response.setHeader('x-content-type-options', 'nosniff');
    response.removeHeader('x-powered-by');
    next();
  };
}

function keeping(path: string): string {
  if (path.startsWith(HASHED)) return 'public, max-age=31536000, immutable';
  return /\.(svg|png)$/.test(path) ? 'public, max-age=86400' : 'no-cache';
}

/** The scenes with their samples are for whoever works on them: no phone in the square comes to them by an address. */
const GALLERY = /^\/slides(?:\/|$)/i;

/** Serves the built pages; the page handler comes last, so that an unknown address is a page and not an error. */
export function servePages(
  app: Express,
  pages: string,
  owns: (request: Request) => boolean,
  isPublic: (code: string) => boolean = () => false,
): void {
  // Names of built files carry their hash; the one page must be asked for anew each time.
  const headersFor = (response: { setHeader(name: string, value: string): void }, path: string) =>
    response.setHeader('cache-control', keeping(path));
  const files = sirv(pages, { brotli: true, gzip: true, etag: true, dev: false, setHeaders: headersFor });
  const single = (name: string) =>
    sirv(pages, { brotli: true, gzip: true, etag: true, single: name, setHeaders: headersFor });
  const page = single('index.html');
  const built = (name: string) => (existsSync(join(pages, name)) ? single(name) : page);
  const phone = built(PHONES);
  const publication = built(PUBLICATION);
  app.get(OF_PUBLICATION, (request: Request, response: Response, next: NextFunction) => {
    const [, code = '', always] = OF_PUBLICATION.exec(request.path) ?? [];
    const shows = always !== undefined || (!('my' in request.query) && isPublic(code));
    if (!shows) return next();
    request.url = '/publication';
    publication(request, response, next);
  });
  app.get(OF_PHONES, (request: Request, response: Response, next: NextFunction) => {
    // Not `/` itself, which would be the other page's file; its query stays with the browser.
    request.url = '/phone';
    phone(request, response, next);
  });
  app.get(GALLERY, (request: Request, response: Response, next: NextFunction) => {
    if (owns(request)) next();
    else response.set('cache-control', 'no-store').redirect(303, '/console');
  });
  app.use(files);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const asksForPage =
      request.method === 'GET' && !request.path.includes('.') && !request.path.startsWith('/api/');
    if (asksForPage) page(request, response, next);
    else next();
  });
}

/** Hot reload of pages on the hub's own port; SvelteKit's own middleware answers with the page. @returns what ends it */
export async function serveDevelopment(app: Express, server: Server): Promise<() => Promise<void>> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  app.use(vite.middlewares);
  return () => vite.close();
}
