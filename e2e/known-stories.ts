/** Stories of the bundled index that the tests name, by their file in `stories/`. */
export const LETTER = '2025-06-23-araghchi-brings-putin-khamenei-letter';
export const TREATY = '2025-01-17-russia-iran-sign-partnership-treaty';
export const PYONGYANG = '2024-06-19-putin-visits-pyongyang-signs-treaty-with-kim';
export const VERDICT = '2025-11-17-sheikh-hasina-sentenced-to-death';
export const RESIGNATION = '2024-08-05-sheikh-hasina-resigns-flees-bangladesh';
