/** Raised with every change that gives other terms for the same text: an index of another version is refused. */
export const FINGERPRINT_VERSION = 4;
