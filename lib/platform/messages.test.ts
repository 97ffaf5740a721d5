import { describe, expect, it } from 'vitest';
import { answer, type Handlers, isOwnPage, parseReply } from './messages';
import { FailureError } from './result';
import { indexFactsSchema, type TabState, tabStateSchema } from './schemas';

const FACTS = {
  stories: 1,
  reports: 2,
  articles: 0,
  languages: ['hi'],
  from: null,
  to: null,
  bytes: 10,
  fingerprintVersion: 1,
};
const STATE: TabState = { status: 'failed', readId: 'r', address: null, failure: { code: 'timeout', detail: '' } };

const handlers: Handlers = {
  'read-tab': async ({ tabId }) => {
    if (tabId === 1) throw new FailureError('no-access', 'denied');
    if (tabId === 2) throw new Error('broken');
    return STATE;
  },
  'index-facts': async () => FACTS,
};

describe('answering', () => {
  it.each([
    null,
    'read-tab',
    {},
    { type: 'read-tab' },
    { type: 'read-tab', tabId: '3' },
    { type: 'read-tab', tabId: -1 },
    { type: 'read-tab', tabId: 1.5 },
    { type: 'read-tab', tabId: 3, url: 'https://a.example' },
    { type: 'constructor' },
  ])('refuses %j', async (message) => {
    expect(await answer(message, handlers)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('hands over the value, or the failure', async () => {
    expect(await answer({ type: 'index-facts' }, handlers)).toEqual({ ok: true, value: FACTS });
    expect(await answer({ type: 'read-tab', tabId: 3 }, handlers)).toEqual({ ok: true, value: STATE });
    expect(await answer({ type: 'read-tab', tabId: 1 }, handlers)).toMatchObject({ error: { code: 'no-access' } });
    expect(await answer({ type: 'read-tab', tabId: 2 }, handlers)).toMatchObject({
      error: { code: 'internal', detail: 'broken' },
    });
  });
});

describe('a reply', () => {
  it('is checked against what was asked for', () => {
    expect(parseReply({ ok: true, value: FACTS }, indexFactsSchema)).toEqual({ ok: true, value: FACTS });
    for (const reply of [undefined, {}, { ok: true }, { ok: true, value: FACTS }, { ok: false, error: 'no' }]) {
      expect(parseReply(reply, tabStateSchema)).toMatchObject({ ok: false, error: { code: 'internal' } });
    }
  });

  it('may be a failure', () => {
    const failure = { ok: false, error: { code: 'index', detail: 'bad checksum' } };
    expect(parseReply(failure, tabStateSchema)).toEqual(failure);
  });
});

it("answers the extension's own pages and nobody else", () => {
  const base = 'chrome-extension://abc/';
  const own = (sender: Parameters<typeof isOwnPage>[0]): boolean => isOwnPage(sender, 'abc', base);
  expect(own({ id: 'abc', url: `${base}popup.html` })).toBe(true);
  expect(own({ id: 'abc', url: `${base}sidepanel.html`, tab: {} })).toBe(true);
  expect(own({ id: 'abc', url: 'https://news.example/' })).toBe(false);
  expect(own({ id: 'abc', url: 'chrome-extension://abcd/popup.html' })).toBe(false);
  expect(own({ id: 'other', url: `${base}popup.html` })).toBe(false);
  expect(own({ id: 'abc' })).toBe(false);
});
