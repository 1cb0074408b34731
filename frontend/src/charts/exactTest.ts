/**
 * Exact two-sided test that two Poisson counts come from one rate (conditional binomial).
 * @param now count in `exposureNow` days. @param before count in `exposureBefore` days; counts ≥ 0 and whole.
 * @returns min(1, 2 × the smaller tail); 1 for two zeros. Cost O(now + before).
 * Przyborowski & Wilenski (1940), Biometrika 31, 313–323.
 */
export function exactPoissonTest(now: number, before: number, exposureNow = 1, exposureBefore = 1): number {
  if (!Number.isInteger(now) || !Number.isInteger(before) || now < 0 || before < 0)
    throw new RangeError(`Counts must be whole and not negative, got ${now} and ${before}.`);
  if (!(exposureNow > 0 && exposureBefore > 0))
    throw new RangeError(`Exposures must be positive, got ${exposureNow} and ${exposureBefore}.`);
  const n = now + before;
  const share = exposureNow / (exposureNow + exposureBefore);
  const [logShare, logRest] = [Math.log(share), Math.log1p(-share)];
  let [atMost, atLeast] = [0, 0];
  // log C(n, k) + k·log(share) + (n − k)·log(1 − share), carried from k to k + 1.
  let logTerm = n * logRest;
  for (let k = 0; k <= n; k++) {
    const term = Math.exp(logTerm);
    if (k <= now) atMost += term;
    if (k >= now) atLeast += term;
    logTerm += Math.log((n - k) / (k + 1)) + logShare - logRest;
  }
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
