import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../realtime/config.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return `${error.variable} ${error.code}`;
    throw error;
  }
  return 'accepted';
};

describe('the environment', () => {
  it('has defaults that work on a laptop', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: null,
      tls: null,
      trustProxy: false,
      logDays: 184,
    });
  });

  it('reads what a public server sets', () => {
    const config = readConfig({
      PORT: '8443',
      HOST: '::',
      PUBLIC_URL: 'https://exam.example/',
      TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 8443,
      host: '::',
      publicUrl: 'https://exam.example',
      trustProxy: 1,
    });
    expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual([
      'loopback',
      '10.0.0.0/8',
    ]);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT not-a-port'],
    [{ PORT: '70000' }, 'PORT not-a-port'],
    [{ PORT: '-1' }, 'PORT not-a-port'],
    [{ HOST: 'two words' }, 'HOST not-a-host'],
    [{ PUBLIC_URL: 'exam.example' }, 'PUBLIC_URL not-a-url'],
    [{ PUBLIC_URL: 'ftp://exam.example' }, 'PUBLIC_URL not-a-url'],
    [{ TLS_CERT: 'cert.pem' }, 'TLS_KEY both-or-neither'],
    [{ TLS_CERT: '/no/such/cert', TLS_KEY: '/no/such/key' }, 'TLS_CERT unreadable'],
    [{ TRUST_PROXY: 'everyone' }, 'TRUST_PROXY not-a-proxy'],
    [{ LOG_DAYS: '90' }, 'LOG_DAYS not-days'],
    [{ LOG_DAYS: 'six months' }, 'LOG_DAYS not-days'],
  ])('names the variable that cannot be used: %o', (env, said) => {
    expect(refusal(env)).toBe(said);
  });
});
