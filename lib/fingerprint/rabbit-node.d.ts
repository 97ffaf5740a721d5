declare module 'rabbit-node' {
  const rabbit: {
    /** Burmese text in the Zawgyi encoding → Unicode. */
    zg2uni(text: string): string;
  };
  export default rabbit;
}
