import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  /** The `summary` element that opens it. */
  readonly summary: ComponentChildren;
  /** Its items; what an item does goes through `choose`, which closes the menu first. */
  readonly children: (choose: (choice: () => void) => () => void) => ComponentChildren;
}

/** A small menu. Closes after a choice, at Escape, and when the reader turns to something else. */
export function Menu({ summary, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  useEffect(() => {
    if (!open) return;
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node && menu.current?.contains(target))) close();
    };
    const page = menu.current?.ownerDocument;
    page?.addEventListener('pointerdown', onPointerDown);
    return () => page?.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  const choose = (choice: () => void) => () => {
    menu.current?.querySelector('summary')?.focus();
    close();
    choice();
  };
  return (
    <details
      class="menu"
      ref={menu}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') choose(() => {})();
      }}
      onFocusOut={(event) => {
        // Some systems give a clicked button no focus: then it moves to nothing, and the menu stays for the click.
        const { relatedTarget, currentTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      {summary}
      <div class="menu-items">{children(choose)}</div>
    </details>
  );
}
