/** Looks after the indexes that the reader subscribes to: a newer manifest, the shards that are wanted, each checked. */
import type { LiveChoices } from '../../coverage/live-choices';
import { nextDue } from '../../coverage/schedule';
import { faultOf } from '../../coverage/subscribed-index';
import {
  filesWanted,
  judgeManifest,
  SUBSCRIPTION_LIMITS,
  type Subscription,
  type SubscriptionState,
} from '../../coverage/subscription';
import { keepLive, subscriptionTable } from './database';
import { type FetchedBytes, fetchBytes, sha256 } from './fetch-bytes';
import { beginAsking, isGranted } from './granted';
import { noteFailure } from './live-failure';
import type { Which } from './round';
import { listSubscriptions } from './stored';
import { dropOtherFiles, hasFile, keepFile } from './subscribed-files';

/** Looks after the subscriptions that are due, one after the other. */
export async function readSubscriptions(which: Which, choices: LiveChoices): Promise<void> {
  const now = Date.now();
  for (const subscription of await listSubscriptions()) {
    const wanted = which === 'all' || (which === 'new' ? subscription.state === 'new' : isDue(subscription, now));
    if (wanted && (await isGranted(subscription))) await readSubscription(subscription, choices);
  }
}

/** A clock that was set back must not keep an index waiting. */
function isDue({ dueAt, readAt }: Subscription, now: number): boolean {
  return dueAt <= now || (readAt !== null && readAt > now);
}

async function readSubscription(subscription: Subscription, choices: LiveChoices): Promise<void> {
  const { address } = subscription;
  const end = await update(subscription, choices.days);
  const now = Date.now();
  const failures = end.state === 'ok' ? 0 : subscription.failures + 1;
  const dueAt = nextDue({ now, intervalMinutes: choices.intervalMinutes, failures, notBefore: null });
  const { state, detail, manifest = subscription.manifest, files } = end;
  const readAt = state === 'ok' ? now : subscription.readAt;
  const failure = await keepLive(async () => {
    if (!(await isSubscribed(address))) return;
    await subscriptionTable.put({ address, dueAt, failures, readAt, state, detail: detail.slice(0, 200), manifest });
    if (files !== undefined) await dropOtherFiles(address, files);
  });
  if (failure !== null) await noteFailure(failure);
}

/** One that was let go meanwhile does not come back, nor does any file of it. */
async function isSubscribed(address: string): Promise<boolean> {
  return (await subscriptionTable.get(address)) !== undefined;
}

/** Fetches a file of the index at `address`, where that may still be asked for. */
async function ask(address: string, file: string, limit: number): Promise<FetchedBytes> {
  const asked = await beginAsking(
    async () => (await isSubscribed(address)) && (await isGranted({ address })),
    () => fetchBytes(file, limit),
  );
  return asked === null ? { state: 'refused', detail: '' } : asked.answer;
}

interface End {
  readonly state: SubscriptionState;
  readonly detail: string;
  /** The manifest from now on, and the files that belong to it. */
  readonly manifest?: string;
  readonly files?: readonly string[];
}

async function update({ address, manifest: inUse }: Subscription, days: number): Promise<End> {
  const sent = await ask(address, address, SUBSCRIPTION_LIMITS.manifest);
  if ('state' in sent) return sent;
  const text = new TextDecoder().decode(sent.bytes);
  const verdict = judgeManifest(text, inUse);
  if (verdict.state !== 'ok') return verdict;
  const files = filesWanted(verdict.manifest, days);
  for (const { file, bytes, sha256: hash } of files) {
    // A file is named by its content: one that is here is the one that is meant.
    if (await hasFile(address, file)) continue;
    const fetched = await ask(address, new URL(file, address).href, bytes);
    if ('state' in fetched) return fetched;
    if (fetched.bytes.length !== bytes || (await sha256(fetched.bytes)) !== hash)
      return { state: 'damaged', detail: file };
    const fault = faultOf(file, fetched.bytes);
    if (fault !== null) return { state: 'no-index', detail: fault };
    const failure = await keepLive(async () => {
      if (await isSubscribed(address)) await keepFile(address, file, fetched.bytes);
    });
    if (failure !== null) {
      await noteFailure(failure);
      return { state: 'refused', detail: failure.detail };
    }
  }
  return { state: 'ok', detail: '', manifest: text, files: files.map(({ file }) => file) };
}
