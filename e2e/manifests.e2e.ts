import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type BrowserName, BUILDS } from './harness';

const policySchema = v.object({ extension_pages: v.string() });
const BASE_PERMISSIONS = ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'];

function manifestOf(name: BrowserName): Record<string, unknown> {
  return JSON.parse(readFileSync(`${BUILDS[name]}/manifest.json`, 'utf8'));
}

describe.each(['chromium', 'firefox'] as const)('the manifest built for %s', (name) => {
  const manifest = manifestOf(name);

  it('asks for what docs/permissions.md explains and for nothing more', () => {
    expect(manifest.permissions).toEqual(name === 'chromium' ? [...BASE_PERMISSIONS, 'sidePanel'] : BASE_PERMISSIONS);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    const refused = ['host_permissions', 'content_scripts', 'web_accessible_resources', 'optional_permissions'];
    for (const key of [...refused, 'externally_connectable']) expect(manifest).not.toHaveProperty(key);
  });

  it('has no key that nobody has thought about', () => {
    const known = [
      'action background commands content_security_policy default_locale description icons manifest_version name',
      'optional_host_permissions options_ui permissions version',
      name === 'chromium' ? 'minimum_chrome_version side_panel' : 'browser_specific_settings sidebar_action',
    ];
    expect(Object.keys(manifest).sort()).toEqual(known.join(' ').split(' ').sort());
  });

  it('lets its pages load their own files only, and as data the feeds that a reader chose', () => {
    const { extension_pages } = v.parse(policySchema, manifest.content_security_policy);
    expect(extension_pages).toContain("default-src 'none'");
    expect(extension_pages).toContain("script-src 'self';");
    expect(extension_pages).toContain("connect-src 'self' https:;");
    expect(extension_pages.replace("connect-src 'self' https:;", '')).not.toMatch(/unsafe|http|\*|blob:/);
  });

  it('names the browsers it runs in', () => {
    expect(manifest.manifest_version).toBe(3);
    if (name === 'chromium') expect(manifest.minimum_chrome_version).toBe('116');
    else {
      expect(manifest.browser_specific_settings).toEqual({
        gecko: {
          id: 'sidelight@sidelight.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      });
    }
  });

  it('has styles that the oldest of them understands', () => {
    const sheets = readdirSync(`${BUILDS[name]}/assets`).filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    // Chrome has light-dark() from 123 on: the build writes it in other words.
    for (const file of sheets)
      expect(readFileSync(`${BUILDS[name]}/assets/${file}`, 'utf8')).not.toContain('light-dark(');
  });

  it('carries the data, its licences, and no address to fetch from', () => {
    for (const file of ['lexicon.bin', 'stories.bin', 'licences.txt'])
      expect(existsSync(`${BUILDS[name]}/${file}`)).toBe(true);
    expect(readFileSync(`${BUILDS[name]}/licences.txt`, 'utf8')).toContain('Unicode');
    const scripts = readdirSync(BUILDS[name], { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    for (const file of scripts) {
      expect(readFileSync(`${BUILDS[name]}/${file}`, 'utf8'), file).not.toMatch(
        /\bfetch\(\s*["'`]https?:|XMLHttpRequest|new WebSocket/,
      );
    }
  });
});
