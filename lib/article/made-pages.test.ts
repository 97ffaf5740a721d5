import { describe, expect, it } from 'vitest';
import { MADE_PAGES } from '../../e2e/pages/made';
import { parseDocument } from '../cli/dom';
import { completeReading } from './complete-reading';
import { parseReading } from './parse-reading';
import { readPage } from './read-page';

describe('a made page', () => {
  it.each(MADE_PAGES)('is read as it was made: $name', ({ html, path, expected }) => {
    const reading = readPage(parseDocument(html), `http://127.0.0.1${path}`);
    expect(completeReading(parseReading(reading))).toMatchObject(expected);
  });
});
