/** Makes short texts that a regular expression matches, by walking through its source. */

const LETTERS = 'aAbzZ09_ \t\n-.,;:!?"\'<>&#=/\\()[]{}@|%$+*~^`';
const CANDIDATES = [
  ...LETTERS,
  ...'éßжЖαאكکا۱कि१ক漢あアー한ไเ။።։。、！？「」«»“”’–—…·•©№،؛۔।\u0301\u064b\u093f\u200b\u200d\u2066\u00ad\u0000\ufeff\ud800𝔸🎉',
];

/** One piece of a pattern with how often it may stand. */
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/;
const ATOM =
  /^(?:\[(?:\\[pP]\{[^}]*\}|\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\k<[^>]*>|\\.|[\s\S])/u;
/** Says where a match stands, not what it is made of. */
const NOWHERE = /^(?:\\[bBk]|\\\d|[\^$])/;
const LOOK_AROUND = /^\?<?[=!]/;
const GROUP_NAME = /^\?(?::|<[^>]*>|[a-z-]*:)/;

/** Walks through the source of an expression; each turn takes other alternatives and other characters. */
export class Sampler {
  readonly #source: string;
  readonly #flags: string;
  readonly #matching = new Map<string, readonly string[]>();
  #at = 0;
  #turn = 0;

  constructor(regex: RegExp) {
    this.#source = regex.source;
    this.#flags = regex.flags.replace(/[gyd]/g, '');
  }

  sample(turn: number): string {
    this.#at = 0;
    this.#turn = turn;
    return this.#alternatives();
  }

  #alternatives(): string {
    const branches = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      branches.push(this.#sequence());
    }
    return branches[this.#turn % branches.length] ?? '';
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      const piece = this.#source[this.#at] === '(' ? this.#group() : this.#atom();
      const [written = '', least = '', most] = QUANTIFIER.exec(this.#source.slice(this.#at)) ?? [];
      this.#at += written.length;
      const count = written === '' ? 1 : least !== '' ? Math.min(Number(least), 6) : 1 + (this.#turn % 2);
      text += piece.repeat(Math.max(count, most === '' || Number(most) > 1 ? 1 : count));
    }
    return text;
  }

  #group(): string {
    this.#at++;
    const rest = this.#source.slice(this.#at);
    const lookAround = LOOK_AROUND.test(rest);
    this.#at += (LOOK_AROUND.exec(rest) ?? GROUP_NAME.exec(rest) ?? [''])[0].length;
    const inside = this.#alternatives();
    this.#at++;
    return lookAround ? '' : inside;
  }

  #atom(): string {
    const [atom = ''] = ATOM.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += Math.max(1, atom.length);
    if (NOWHERE.test(atom)) return '';
    let matching = this.#matching.get(atom);
    if (matching === undefined) {
      const alone = new RegExp(`^(?:${atom})$`, this.#flags);
      matching = CANDIDATES.filter((sign) => alone.test(sign));
      // A letter of a script that is not among the candidates stands for itself.
      if (matching.length === 0) matching = [Array.from(atom.replace(/[[\]^\\]/g, ''))[0] ?? ''];
      this.#matching.set(atom, matching);
    }
    return matching[(this.#turn * 7) % matching.length] ?? '';
  }
}
