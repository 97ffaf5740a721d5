import { readdirSync } from 'node:fs';
import { type BuildEnvironmentOptions, mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { noticedPackagesOnly } from './lib/cli/release/bundled-packages';

/** What every page of the extension may load: its own files, and as data, never as code, the feeds that the reader chose. */
const EXTENSION_PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  // The feeds that the reader chooses; the permission for each is asked for by origin.
  "connect-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The interface languages that have texts: a page offers no other. */
const LOCALES = readdirSync(new URL('public/_locales', import.meta.url));

/**
 * What the extension's pages share is one file, not a dozen: each costs a popup or panel time before it can be drawn. What
 * keeps and exports stays apart: no popup needs it, and a panel only later.
 */
const PAGES_BUILD: BuildEnvironmentOptions = {
  rolldownOptions: {
    output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, test: isForEveryPage }] } },
  },
};

const NOT_FOR_EVERY_PAGE =
  /[\\/](?:node_modules[\\/]dexie[\\/]|lib[\\/]platform[\\/](?:data|database|history|library)\.ts|lib[\\/]export[\\/](?!reports-by-language))/;

function isForEveryPage(module: string): boolean {
  return !NOT_FOR_EVERY_PAGE.test(module);
}

export default defineConfig({
  // Every name is imported where it is used, so that the import rules can be read off the files.
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
    ],
    optional_host_permissions: ['*://*/*'],
    commands: { _execute_action: { suggested_key: { default: 'Alt+J' } } },
    content_security_policy: { extension_pages: EXTENSION_PAGES_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
  hooks: {
    'vite:build:extendConfig': ([first], config) => {
      if (first?.inputPath.endsWith('.html')) config.build = mergeConfig(config.build ?? {}, PAGES_BUILD);
    },
  },
  zip: {
    // What a reviewer needs to rebuild the packages without a difference; what the build makes is made anew.
    excludeSources: [
      'artifacts/**',
      'docs/screenshots/**',
      'docs/store/images/**',
      'public/*.bin',
      'public/licences.txt',
      'public/feeds.json',
      '**/*.log',
    ],
  },
  vite: () => ({
    plugins: [noticedPackagesOnly()],
    build: { modulePreload: { polyfill: false }, cssTarget: ['chrome116', 'firefox140'] },
    define: { __LOCALES__: JSON.stringify(LOCALES) },
  }),
});
