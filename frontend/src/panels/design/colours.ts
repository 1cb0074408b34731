/** Each scale of tokens.css in the order in which it is read, with what it stands for. */
export const scales: readonly { name: string; use: string; tokens: readonly string[] }[] = [
  { name: 'Ground and ink', use: 'Surfaces, lines and text. Everything that is neither a fact’s figure nor a layer is grey.', tokens: ['surface', 'surface-2', 'surface-3', 'hairline', 'control', 'ink-3', 'ink-2', 'ink'] },
  { name: 'Estimates', use: 'Cobalt is what we estimate, and what can be touched: links, focus, the brush.', tokens: ['accent-soft', 'accent-2', 'accent'] },
  { name: 'States', use: 'Badges and messages only.', tokens: ['good-soft', 'good', 'warn-soft', 'warn', 'bad-soft', 'bad'] },
  { name: 'Density, counts, waits', use: 'Low to high; lightness is monotone, so it survives greyscale, print and every colour vision.', tokens: ['seq-1', 'seq-2', 'seq-3', 'seq-4', 'seq-5', 'seq-6', 'seq-7', 'seq-8'] },
  { name: 'Hot and cold spots', use: 'Cold 99, 95, 90 %, not significant, hot 90, 95, 99 %.', tokens: ['cold-3', 'cold-2', 'cold-1', 'gi-0', 'hot-1', 'hot-2', 'hot-3'] },
  { name: 'Risk bands', use: 'Low, guarded, elevated, high, severe: a ranking, not an alarm.', tokens: ['risk-1', 'risk-2', 'risk-3', 'risk-4', 'risk-5'] },
  { name: 'Change', use: 'Fewer, no change, more; free of good and bad.', tokens: ['fall-3', 'fall-2', 'fall-1', 'chg-0', 'rise-1', 'rise-2', 'rise-3'] },
  { name: 'Emerging, hot', use: 'New, consecutive, intensifying, persistent, diminishing, sporadic, oscillating, historical.', tokens: ['em-new-hot', 'em-consecutive-hot', 'em-intensifying-hot', 'em-persistent-hot', 'em-diminishing-hot', 'em-sporadic-hot', 'em-oscillating-hot', 'em-historical-hot'] },
  { name: 'Emerging, cold', use: 'The same patterns; marks tell apart what colour alone cannot.', tokens: ['em-new-cold', 'em-consecutive-cold', 'em-intensifying-cold', 'em-persistent-cold', 'em-diminishing-cold', 'em-sporadic-cold', 'em-oscillating-cold', 'em-historical-cold'] },
  { name: 'Charts', use: 'Observed, reference, estimate and its two bands.', tokens: ['c-observed', 'c-reference', 'c-estimate', 'c-band-80', 'c-band-95'] },
];
