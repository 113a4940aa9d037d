/** Builds `web/phone/early.ts` into the page itself, in place of its mark. */
import { build, type Plugin, type Rolldown } from 'vite';

const MARK = '<!-- early -->';

async function scriptOf(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'dialled' },
      rolldownOptions: { output: { extend: true } },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('the early script was not built');
  return chunk.code.trim();
}

/** @param entry the script's file */
export const early = (entry: string): Plugin => ({
  name: 'early',
  transformIndexHtml: {
    order: 'pre',
    handler: async (page) => {
      if (!page.includes(MARK)) throw new Error(`the page has no ${MARK}`);
      const script = await scriptOf(entry);
      // Indents and comments of the page are for us.
      const slim = page.replace(/^\s*(?:\/\/.*|<!-- [A-Z].*-->)\n/gm, '').replace(/^\s+/gm, '');
      return slim.replace(MARK, () => `<script>${script}</script>`);
    },
  },
});
