/** What has become of a click, told to a screen reader as well. It is there before there are words, or they are not told. */
export function Status({ words }: { readonly words: string }) {
  return (
    <p class="status" role="status" aria-live="polite">
      {words}
    </p>
  );
}
