import type { View } from './view';

/** Gives a file field a file, as a reader's choice in the browser's dialogue does. */
export async function giveFile(view: View, field: string, name: string, text: string): Promise<void> {
  await view.evaluate(`(() => {
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], '${name}'));
    const field = document.querySelector('${field}');
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}
