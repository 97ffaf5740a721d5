import { useRef } from 'preact/hooks';

interface FileButtonProps {
  readonly id: string;
  readonly label: string;
  /** Types of files as `<input accept>` takes them. */
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

/** A button by which a file is chosen; the same one may be chosen again. */
export function FileButton({ id, label, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (field: HTMLInputElement): Promise<void> => {
    const [file] = field.files ?? [];
    if (file === undefined) return;
    await onFile(file);
    // A field that still has the file would not tell of the same one chosen once more.
    field.value = '';
  };
  return (
    <>
      <button type="button" class="plain-button" id={id} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        type="file"
        accept={accept}
        ref={input}
        hidden
        aria-label={label}
        onChange={(event) => void take(event.currentTarget)}
      />
    </>
  );
}
