import type { TraceEntry } from '../lib/article/types';
import type { MessageKey } from './message-keys';

/** Why a rule takes something out, where it is not that the page names the part as the rule is named. */
const REMOVED: Readonly<Record<string, MessageKey>> = {
  outside: 'traceWhyApart',
  'above-headline': 'traceWhyApart',
  stated: 'traceWhyUnstated',
  copy: 'traceWhyCopy',
  'other-article': 'traceWhyOther',
  links: 'traceWhyLinks',
  label: 'traceWhyLinks',
  times: 'traceWhyLabel',
  ends: 'traceWhyLabel',
  'end-label': 'traceWhyEnd',
  credit: 'traceWhyCredit',
};

/** Why a rule puts something in. */
const ADDED: Readonly<Record<string, MessageKey>> = {
  hidden: 'traceWhyHidden',
  'largest-text': 'traceWhyLargest',
  missed: 'traceWhyLike',
  stated: 'traceWhyStated',
  state: 'traceWhyStated',
  lead: 'traceWhyLead',
};

/** Why something was taken out of a page's text or put in; null where no words are known for the rule. */
export function traceReason({ action, rule }: Pick<TraceEntry, 'action' | 'rule'>): MessageKey | null {
  const reasons = action === 'added' ? ADDED : REMOVED;
  if (Object.hasOwn(reasons, rule)) return reasons[rule] ?? null;
  return action === 'removed' ? 'traceWhyNamed' : null;
}
