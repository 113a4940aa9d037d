/** How every test opens Chromium: the one of the machine, without what only a person at its window needs. */

/**
 * Of two lists of features Chromium takes the last alone: the first part is Playwright's own (chromiumSwitches.ts). The
 * drop-down of the address bar is a page of its own behind every window, and costs more than the pages that are tested.
 */
const LEFT_OUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',

  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

export const chromiumOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--disable-features=${LEFT_OUT.join(',')}`,
  ],
  // Without a language of its own a machine cannot write Chinese file names, and downloads lose theirs.
  env: { ...process.env, LANG: 'C.UTF-8' },
};
