import adapter from '@sveltejs/adapter-static';

// The launcher builds beside the pages in use and swaps the folders, see scripts/build.mjs.
const out = process.env.WEB_OUT ?? 'build/web';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // Static files with one fallback page: the hub is the only server and answers every page address with it.
    adapter: adapter({ pages: out, assets: out, fallback: 'index.html', precompress: true }),
    files: { src: 'web', assets: 'web/static' },
    // Phones register it by themselves, once they are usable and where there is HTTPS.
    serviceWorker: { register: false },
    version: { name: process.env.BUILD_ID ?? 'dev' },
    alias: {
      $assessment: 'assessment',
      $slides: 'slides',
      $protocol: 'realtime/protocol',
      '$protocol.ts': 'realtime/protocol.ts',
      '$protocol-names.ts': 'realtime/protocol-names.ts', // the part without schemas, for phones
    },
  },
};
