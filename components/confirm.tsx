import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useUi } from './ui';

interface ConfirmProps {
  readonly id: string;
  readonly label: string;
  /** What is asked before it is done. */
  readonly question?: string;
  readonly yes: string;
  readonly onYes: () => void;
}

/** A button for what cannot be undone: it asks once more, and a second click in the same place does not do it. */
export function Confirm({ id, label, question, yes, onYes }: ConfirmProps) {
  const ui = useUi();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    // The button that was pressed has gone: the keyboard goes on at the one that took its place.
    if (asking) cancel.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class="plain-button" id={id} ref={first} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  const confirm = (): void => {
    setAsking(false);
    onYes();
  };
  return (
    <fieldset class="confirm" aria-label={question ?? label}>
      {question !== undefined && <p>{question}</p>}
      <button type="button" class="plain-button" ref={cancel} onClick={() => setAsking(false)}>
        {ui.text('cancel')}
      </button>
      <button type="button" class="plain-button danger" id={`${id}-yes`} onClick={confirm}>
        {yes}
      </button>
    </fieldset>
  );
}
