/** Handing on what is kept, without a permission: the reader's click does it. */

/** A file as it is handed over. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** How long a browser may take to begin with a download. */
const DOWNLOAD_MS = 60_000;

/** Hands a file over as a download. */
export function download({ name, type, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_MS);
}

/** Puts a text on the clipboard; false where the browser does not allow it. Called first thing in the reader's click. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
