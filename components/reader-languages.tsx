import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LanguageName } from './text';
import { type MessageKey, useUi } from './ui';

interface ReaderLanguagesProps {
  readonly languages: readonly string[];
  readonly choices: readonly string[];
  /** Changes the list as it is by then: another view may have changed it since it was drawn. */
  readonly onChange: (change: (languages: readonly string[]) => readonly string[]) => void;
}

/** The same list with one entry moved by `by` places; unchanged where it would leave the list. */
export function moveLanguage(languages: readonly string[], tag: string, by: number): readonly string[] {
  const from = languages.indexOf(tag);
  const to = from + by;
  if (from < 0 || to < 0 || to >= languages.length) return languages;
  const rest = languages.filter((other) => other !== tag);
  return [...rest.slice(0, to), tag, ...rest.slice(to)];
}

/** The same list without one entry; unchanged where nothing would be left. */
export function removeLanguage(languages: readonly string[], tag: string): readonly string[] {
  const rest = languages.filter((other) => other !== tag);
  return rest.length > 0 ? rest : languages;
}

/** The buttons of a row. */
const STEPS = ['moveUp', 'moveDown', 'removeLanguage'] as const satisfies readonly MessageKey[];
type Step = (typeof STEPS)[number];
const SIGNS: Readonly<Record<Step, string>> = { moveUp: '↑', moveDown: '↓', removeLanguage: '×' };

function take(step: Step, languages: readonly string[], tag: string): readonly string[] {
  return step === 'removeLanguage'
    ? removeLanguage(languages, tag)
    : moveLanguage(languages, tag, step === 'moveUp' ? -1 : 1);
}

/** An ordered list of languages: up, down, remove, add. One language always stays. */
export function ReaderLanguages({ languages, choices, onChange }: ReaderLanguagesProps) {
  const ui = useUi();
  const select = useRef<HTMLSelectElement>(null);
  const { list, press } = useFocusThatStays(languages, select);
  const addable = choices
    .filter((tag) => !languages.includes(tag))
    .map((tag) => ({ tag, name: ui.languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, ui.locale));
  const add = () => {
    const tag = select.current?.value;
    if (tag) onChange((kept) => [...kept.filter((other) => other !== tag), tag]);
  };
  return (
    <>
      <ol class="languages" ref={list}>
        {languages.map((tag, at) => (
          <li key={tag} data-lang={tag}>
            <span class="language-name">
              <LanguageName tag={tag} withOwn />
            </span>
            {STEPS.map((step) => (
              <button
                key={step}
                type="button"
                class="icon-button"
                data-step={step}
                aria-label={ui.text(step, ui.languageName(tag))}
                disabled={take(step, languages, tag) === languages}
                onClick={() => {
                  press({ tag, step, at });
                  onChange((kept) => take(step, kept, tag));
                }}
              >
                {SIGNS[step]}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <div class="add-language">
        <label for="add-language">{ui.text('addLanguage')}</label>
        <select id="add-language" ref={select}>
          {addable.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" class="plain-button" id="add" disabled={addable.length === 0} onClick={add}>
          {ui.text('add')}
        </button>
      </div>
    </>
  );
}

interface Press {
  readonly tag: string;
  readonly step: Step;
  /** Place of the row when its button was pressed. */
  readonly at: number;
}

/**
 * Keeps the keyboard on the button that was pressed though its row moves; on another of the row where the button has
 * nothing left to do; on the row that takes its place where the row is gone; on what follows where a single one is left,
 * which has nothing to press.
 */
function useFocusThatStays(languages: readonly string[], otherwise: RefObject<HTMLElement | null>) {
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<Press | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null || list.current === null) return;
    const { tag, step, at } = pressed.current;
    const rows = [...list.current.children];
    const row = rows[languages.includes(tag) ? languages.indexOf(tag) : Math.min(at, rows.length - 1)];
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
    (buttons.find((button) => button.dataset.step === step) ?? buttons[0] ?? otherwise.current)?.focus();
    pressed.current = null;
  }, [languages]);
  return {
    list,
    press: (press: Press): void => {
      pressed.current = press;
    },
  };
}
