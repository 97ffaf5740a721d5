/** Headlines that end with who prints them: lists of what others print give the title of the page. */
import { splitLast } from '../article/headline';
import { textKey } from '../article/text';

/** Letters from which on a name is found within another: shorter ones stand in many words. */
const FOUND_WITHIN = 4;

/** What may stand around an outlet's name, in letters: "News", "Online", "Breaking news from". */
const AROUND = 20;

/** The headline less a last part that is the outlet's name, or not much more or less than that. */
export function withoutOutlet(title: string, outlet: string): string {
  const [head, tail] = splitLast(title) ?? [];
  return head !== undefined && tail !== undefined && names(tail, outlet) ? head : title;
}

function names(part: string, outlet: string): boolean {
  const [key, name] = [textKey(part), textKey(outlet)];
  if (key === '' || name === '') return false;
  if (key === name || textKey(part.split(/\s/, 1)[0] ?? '') === name) return key.length <= name.length + AROUND;
  const [short, long] = key.length < name.length ? [key, name] : [name, key];
  if (short.length < FOUND_WITHIN || !long.includes(short)) return false;
  return short === name ? long.length <= short.length + AROUND : long.length <= short.length * 2;
}

/** What an outlet is called in the name of its host: `bbc.co.uk` is called `bbc`. */
export function nameInHost(host: string): string {
  const labels = host.toLowerCase().split('.').slice(0, -1);
  return labels.reduce((best, label) => (label.length > best.length ? label : best), '');
}
