import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/support/chromium.ts';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // A multiple of what the longest takes on two quiet cores: it ends what hangs, and says nothing of what is slow.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Scenarios wait for the hub and for each other's pages: two leave a fifth of two cores idle.
  workers: 3,
  // CI tries once more what failed, and says loudly what did: a landing is not lost by one unlucky scenario.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A recording costs as much as the scenario; CI keeps the page's tree of a failure, which is written anyway.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: chromiumOptions,
  },
});
