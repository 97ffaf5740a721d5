import { useRef } from 'preact/hooks';
import { LanguageName } from './text';
import { useUi } from './ui';

interface ReaderLanguagesProps {
  readonly languages: readonly string[];
  readonly choices: readonly string[];
  readonly onChange: (languages: readonly string[]) => void;
}

/** The same list with one entry moved by `by` places; unchanged where it would leave the list. */
export function moveLanguage(languages: readonly string[], from: number, by: number): readonly string[] {
  const moved = languages[from];
  const to = from + by;
  if (moved === undefined || to < 0 || to >= languages.length) return languages;
  const rest = languages.filter((_, at) => at !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** An ordered list of languages: up, down, remove, add. One language always stays. */
export function ReaderLanguages({ languages, choices, onChange }: ReaderLanguagesProps) {
  const ui = useUi();
  const select = useRef<HTMLSelectElement>(null);
  const addable = choices
    .filter((tag) => !languages.includes(tag))
    .map((tag) => ({ tag, name: ui.languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, ui.locale));
  const add = () => {
    const tag = select.current?.value;
    if (tag) onChange([...languages, tag]);
  };
  return (
    <>
      <ol class="languages">
        {languages.map((tag, at) => {
          const name = ui.languageName(tag);
          return (
            <li key={tag} data-lang={tag}>
              <span class="language-name">
                <LanguageName tag={tag} withOwn />
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={ui.text('moveUp', name)}
                disabled={at === 0}
                onClick={() => onChange(moveLanguage(languages, at, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={ui.text('moveDown', name)}
                disabled={at === languages.length - 1}
                onClick={() => onChange(moveLanguage(languages, at, 1))}
              >
                ↓
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={ui.text('removeLanguage', name)}
                disabled={languages.length === 1}
                onClick={() => onChange(languages.filter((other) => other !== tag))}
              >
                ×
              </button>
            </li>
          );
        })}
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
