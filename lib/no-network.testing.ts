/** Unit tests reach no network: a test that would fails by name. */
globalThis.fetch = (input) => Promise.reject(new Error(`A unit test asked the network for ${String(input)}`));
