import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { damagedRecord, damagedText, FUZZ_SAMPLE } from '../fuzz.testing';
import { foundStory } from '../library/saved-story.testing';
import { runsOf } from '../property-runs.testing';

vi.mock('wxt/browser', () => ({ browser: {} }));

import { parseMessages } from './message-file';
import { answer, isOwnPage, parseReply } from './messages';
import { FACTS, handlersFor } from './messages.testing';
import { type TabState, tabStateSchema } from './schemas';
import { hostOf } from './site-origins';
import { hasMoved, pageAddress } from './tab-state';

const numRuns = runsOf(FUZZ_SAMPLE);
const STATE: TabState = {
  status: 'read',
  readId: 'a',
  address: 'https://a.example/',
  page: { kind: 'article', title: 'A', lang: 'en', publishedAt: null, site: null, url: null },
  findings: {
    sameEvent: [foundStory()],
    background: [],
    related: [],
    index: FACTS,
  },
};

it('a stored state of whatever shape is a state or none', () => {
  fc.assert(
    fc.property(damagedRecord(STATE), (value) => {
      const read = v.safeParse(tabStateSchema, value);
      // What has been checked once is sound for good.
      if (read.success) expect(v.parse(tabStateSchema, read.output)).toEqual(read.output);
    }),
    { numRuns },
  );
});

it('a message of whatever shape reaches a handler as one of the contract, or is refused', async () => {
  const handlers = handlersFor(STATE, {
    'read-tab': async ({ tabId }) =>
      Number.isInteger(tabId) && tabId >= 0 ? STATE : Promise.reject(new Error('unsound')),
  });
  const messages = fc.oneof(damagedRecord({ type: 'read-tab', tabId: 7 }), fc.anything());
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const reply = await answer(message, handlers);
      if (!reply.ok) expect(reply.error.detail).not.toBe('unsound');
      expect(parseReply(reply, v.unknown()).ok).toBe(reply.ok);
    }),
    { numRuns },
  );
});

it('a reply of whatever shape is one, or a failure in words', () => {
  fc.assert(
    fc.property(fc.oneof(damagedRecord({ ok: true, value: STATE }), fc.anything()), (reply) => {
      const read = parseReply(reply, tabStateSchema);
      if (!read.ok) expect(read.error.code).not.toBe('');
    }),
    { numRuns },
  );
});

it('nobody but our own pages is taken for one', () => {
  const base = 'chrome-extension://abcdefghijklmnop/';
  fc.assert(
    fc.property(damagedText([base, `${base}popup.html`]), damagedText(['abcdefghijklmnop']), (url, id) => {
      if (isOwnPage({ id, url }, 'abcdefghijklmnop', base)) expect(new URL(url).href.startsWith(base)).toBe(true);
    }),
    { numRuns },
  );
});

it('an address of whatever shape has a host that a pattern can be made of, or none', () => {
  fc.assert(
    fc.property(
      damagedText(['https://a.example/b?c#d', 'http://127.0.0.1:80/', 'https://xn--bb-1lc.example/']),
      (url) => {
        const host = hostOf(url);
        if (host !== null) expect(host).toMatch(/^[a-z0-9.-]{1,253}$/);
        const address = pageAddress(url);
        expect(hasMoved({ url }, url, { ...STATE, address })).toBe(address === null);
      },
    ),
    { numRuns },
  );
});

it('a file of texts of whatever shape is texts, or refused', () => {
  fc.assert(
    fc.property(damagedRecord({ a: { message: 'A $1' }, b: { message: 'B' } }), (json) => {
      try {
        for (const text of parseMessages(json).values()) expect(typeof text).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(v.ValiError);
      }
    }),
    { numRuns },
  );
});
