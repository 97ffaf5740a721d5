/** A part of an index, searched like a whole one: the work of a search is bounded by the part. */
import type { Postings, StoryIndex } from './types';

/**
 * The index of some of the documents only. Rarity, hubness and the facts stay those of the whole.
 *
 * @param numbers of the documents, rising
 */
export function partOf(index: StoryIndex, numbers: readonly number[]): StoryIndex {
  const slots = new Int32Array(index.size).fill(-1);
  numbers.forEach((number, slot) => {
    slots[number] = slot;
  });
  const { postings, origins } = postingsOf(index.postings, slots);
  const at = (slot: number): number => numbers[slot] ?? -1;
  const find = (id: string): number => slots[index.find(id)] ?? -1;
  return {
    ...index,
    size: numbers.length,
    postings,
    norms: Float32Array.from(numbers, (number) => index.norms[number] ?? 0),
    hubness: Float32Array.from(numbers, (number) => index.hubness[number] ?? 0),
    languageOf: Uint16Array.from(numbers, (number) => index.languageOf[number] ?? 0),
    document: (slot) => index.document(at(slot)),
    terms: (slot) => index.terms(at(slot)),
    translations: (posting) => index.translations(origins[posting] ?? 0),
    find,
  };
}

/** The postings of the documents that have a slot, and where each stands in the whole. */
function postingsOf(all: Postings, slots: Int32Array): { postings: Postings; origins: Uint32Array } {
  const size = all.documents.reduce((count, document) => count + (hasSlot(slots, document) ? 1 : 0), 0);
  const kept = new Uint32Array(size);
  const starts = new Uint32Array(all.starts.length);
  let next = 0;
  for (let term = 0; term + 1 < all.starts.length; term++) {
    const end = all.starts[term + 1] ?? 0;
    for (let p = all.starts[term] ?? 0; p < end; p++) {
      if (hasSlot(slots, all.documents[p] ?? 0)) kept[next++] = p;
    }
    starts[term + 1] = next;
  }
  const formStarts = new Uint32Array(kept.length + 1);
  kept.forEach((p, i) => {
    formStarts[i + 1] = (formStarts[i] ?? 0) + (all.formStarts[p + 1] ?? 0) - (all.formStarts[p] ?? 0);
  });
  const formNumbers = new Uint32Array(formStarts[kept.length] ?? 0);
  kept.forEach((p, i) => {
    formNumbers.set(all.formNumbers.subarray(all.formStarts[p], all.formStarts[p + 1]), formStarts[i]);
  });
  const postings = {
    starts,
    documents: Uint32Array.from(kept, (p) => slots[all.documents[p] ?? 0] ?? 0),
    strengths: Float32Array.from(kept, (p) => all.strengths[p] ?? 0),
    places: Uint8Array.from(kept, (p) => all.places[p] ?? 0),
    formStarts,
    formNumbers,
    groups: Uint32Array.from(kept, (p) => all.groups[p] ?? 0),
  };
  return { postings, origins: kept };
}

function hasSlot(slots: Int32Array, document: number): boolean {
  return (slots[document] ?? -1) >= 0;
}
