/** Random tests repeat themselves: the same seed each run, another by `FC_SEED`, which a failure names. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20190601) });
