import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // Static files with one fallback page: the hub is the only server and answers every page address with it.
    adapter: adapter({ pages: 'build/web', assets: 'build/web', fallback: 'index.html' }),
    files: { src: 'web', assets: 'web/static' },
    alias: {
      $assessment: 'assessment',
      $slides: 'slides',
      $protocol: 'realtime/protocol',
    },
  },
};
