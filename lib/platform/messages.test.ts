import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { answer, type Handlers, isOwnPage, parseReply } from './messages';
import { FACTS, handlersFor } from './messages.testing';
import { FailureError } from './result';
import type { TabState } from './schemas';

const STATE: TabState = { status: 'reading', readId: 'a', address: null };

const handlers = (): Handlers => handlersFor(STATE, { 'read-tab': vi.fn(async () => STATE) });

describe('requests', () => {
  it('reach their handler', async () => {
    const given = handlers();
    expect(await answer({ type: 'read-tab', tabId: 7 }, given)).toEqual({ ok: true, value: STATE });
    expect(given['read-tab']).toHaveBeenCalledWith({ type: 'read-tab', tabId: 7 });
    expect(await answer({ type: 'index-facts' }, given)).toEqual({ ok: true, value: FACTS });
  });

  it.each([
    null,
    'read-tab',
    {},
    { type: 'fetch', url: 'https://a.example' },
    { type: 'read-tab' },
    { type: 'read-tab', tabId: '7' },
    { type: 'read-tab', tabId: -1 },
    { type: 'read-tab', tabId: 1.5 },
    { type: 'read-tab', tabId: 7, files: ['/evil.js'] },
    { type: 'toString' },
  ])('are refused when malformed: %j', async (message) => {
    const given = handlers();
    expect(await answer(message, given)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(given['read-tab']).not.toHaveBeenCalled();
  });

  it('become a failure when their handler throws', async () => {
    const failing = { ...handlers(), 'read-tab': () => Promise.reject(new FailureError('index', 'checksum')) };
    const reply = await answer({ type: 'read-tab', tabId: 1 }, failing);
    expect(reply).toEqual({ ok: false, error: { code: 'index', detail: 'checksum' } });
  });
});

describe('senders', () => {
  const base = 'chrome-extension://abc/';
  it.each([
    ['our popup', { id: 'abc', url: `${base}popup.html` }, true],
    ['our options page in a tab', { id: 'abc', url: `${base}options.html` }, true],
    ['a script of ours in a web page', { id: 'abc', url: 'https://news.example/' }, false],
    ['another extension', { id: 'xyz', url: 'chrome-extension://xyz/popup.html' }, false],
    ['another extension that borrows an address', { id: 'xyz', url: `${base}popup.html` }, false],
    ['an address that only begins alike', { id: 'abc', url: 'chrome-extension://abcd/popup.html' }, false],
    ['nobody in particular', {}, false],
  ])('%s', (_, sender, welcome) => {
    expect(isOwnPage(sender, 'abc', base)).toBe(welcome);
  });
});

describe('replies', () => {
  const schema = v.object({ n: v.number() });
  it('are taken when they are what was asked for', () => {
    expect(parseReply({ ok: true, value: { n: 1 } }, schema)).toEqual({ ok: true, value: { n: 1 } });
    const failed = { ok: false, error: { code: 'timeout', detail: '15 s' } };
    expect(parseReply(failed, schema)).toEqual(failed);
  });

  it.each([
    undefined,
    null,
    {},
    { ok: true },
    { ok: true, value: { n: 'one' } },
    { ok: false, error: { code: 'new' } },
  ])('become a failure otherwise: %j', (reply) => {
    expect(parseReply(reply, schema)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
