/**
 * p values held to a false discovery rate over all of them: a row counts where its adjusted value is at most the rate.
 * @param p each 0–1; not modified.
 * @returns in the same order. Cost O(n log n). Benjamini & Hochberg (1995), JRSS B 57, 289–300.
 */
export function adjusted(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!);
  const result = Array.from({ length: p.length }, () => 1);
  let least = 1;
  order.forEach((index, fromTop) => {
    least = Math.min(least, (p[index]! * p.length) / (p.length - fromTop));
    result[index] = least;
  });
  return result;
}
