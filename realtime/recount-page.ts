/**
 * The recount page (docs/decisions/0019) as the hub serves it: under its own policy, which stands in the file, so that
 * it can speak to nobody, this hub included.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

export const RECOUNT_PAGE = '/recount.html';

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;

/** The policy that the built page names for itself; nothing at all where it is not built. */
function policyOf(pages: string): string {
  try {
    return POLICY.exec(readFileSync(join(pages, RECOUNT_PAGE), 'utf8'))?.[1] ?? "default-src 'none'";
  } catch {
    return "default-src 'none'";
  }
}

/** @param pages the folder of the built pages */
export function recountHeaders(pages: string): RequestHandler {
  const policy = `${policyOf(pages)}; frame-ancestors 'none'`;
  return (_request, response, next) => {
    response.removeHeader('x-powered-by');
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    next();
  };
}
