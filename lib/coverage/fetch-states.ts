/**
 * How asking an address for what is followed there may end, whatever it is. `new`: never asked. `moved`: the address has
 * been given up for another, which the browser hides.
 */
export const FETCH_STATES = ['new', 'ok', 'moved', 'refused', 'unreachable', 'timeout'] as const;
export type FetchState = (typeof FETCH_STATES)[number];
