/** Words and their translations, each written once. */
import { ByteWriter } from '../container/varint';
import type { Form } from '../fingerprint/types';

/** Every word once, with its language: documents of one index share most of theirs. */
export class FormTable {
  readonly languages: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #writer = new ByteWriter();

  numberOf(form: Form): number {
    const key = `${form.lang}\n${form.text}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    let language = this.languages.indexOf(form.lang);
    if (language < 0) language = this.languages.push(form.lang) - 1;
    this.#writer.unsigned(language);
    this.#writer.text(form.text);
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  bytes(): Uint8Array {
    return afterCount(this.#numbers.size, this.#writer);
  }
}

/** Sets of forms that mean the same, each once: many terms of many stories are translated alike. */
export class GroupTable {
  readonly #numbers = new Map<string, number>();
  readonly #writer = new ByteWriter();

  numberOf(forms: readonly number[]): number | null {
    if (forms.length === 0) return null;
    const key = forms.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#writer.unsigned(forms.length);
    let previous = -1;
    for (const form of forms) {
      this.#writer.signed(form - previous - 1);
      previous = form;
    }
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  bytes(): Uint8Array {
    return afterCount(this.#numbers.size, this.#writer);
  }
}

/** A section that begins with the number of what it holds. */
function afterCount(count: number, rows: ByteWriter): Uint8Array {
  const section = new ByteWriter();
  section.unsigned(count);
  section.raw(rows.bytes());
  return section.bytes();
}
