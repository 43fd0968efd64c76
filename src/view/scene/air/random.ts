/** A small seeded generator (xorshift, 32 bits) for what is only drawn: 0 <= value < 1. */
export function createRandom(seed: number): () => number {
  let state = (seed | 0) === 0 ? 0x9e3779b9 : seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
