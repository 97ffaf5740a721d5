import { describe, expect, it } from 'vitest';
import { isCredit } from './credits';

describe('isCredit', () => {
  it.each([
    'Getty Images',
    'STR/AFP via Getty Images',
    'IMAGO/Ann Example',
    'Photo: Ann Example',
    'Foto: Ann Example / dpa',
    'The port in the morning. © Ann Example',
    '写真：例日新聞',
    'फोटो: उदाहरण',
    'صورة: مثال',
  ])('knows "%s"', (text) => {
    expect(isCredit(text)).toBe(true);
  });

  it.each([
    'The ministers met in Harbourtown, the agency Reuters reports.',
    'Images of the port went round the world within hours',
    'Reuters first reported the agreement on Monday',
    'What the agreement says',
    `The law on copyright changes: authors may leave out the sign © from now on, ${'and more is to come, '.repeat(8)}.`,
  ])('leaves "%s"', (text) => {
    expect(isCredit(text)).toBe(false);
  });
});
