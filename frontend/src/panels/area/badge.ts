import type { ScoreFragment } from '../../api/generated';
import { share } from '../../state/figures';

/** How a prediction did beside the plain alternative: the badge's look and words. */
export interface Badge { look: 'good' | 'level' | 'none' | 'old'; words: string }

interface Versions { run: string | null; current: string }

/**
 * Badge of a forecast: 1 − MAE / MAE of the better plain alternative. A gain counts as one only where the server
 * found it beyond chance (`beatsBaseline`); otherwise the two are level.
 */
export function seriesBadge(card: ScoreFragment, versions: Versions): Badge {
  const plain = Math.min(...card.baselines.map((b) => b.mae ?? Infinity));
  if (card.mae === null || !Number.isFinite(plain) || plain <= 0) return judge(card, versions, null, 'forecast');
  return judge(card, versions, 1 - card.mae / plain, 'forecast');
}

/** Badge of a ranking of places: PAI at the largest share, where the server judges it, beside the better plain alternative's. */
export function placesBadge(card: ScoreFragment, versions: Versions): Badge {
  const row = [...card.pai].sort((a, b) => b.areaShare - a.areaShare).find((r) => r.pai !== null && r.baselinePai);
  return judge(card, versions, row ? row.pai! / row.baselinePai! - 1 : null, plainName(card));
}

/** The better plain alternative of a ranking of places, which the server names first, short enough for a badge on a phone. */
export function plainName(card: ScoreFragment): string {
  return (card.baselines[0]?.name ?? 'plain counts').replace("'", '’').replace('recency-weighted', 'recent');
}

function judge(card: ScoreFragment, versions: Versions, gain: number | null, plain: string): Badge {
  const [object, subject] = plain === 'forecast' ? ['plain forecast', 'Plain forecast is'] : [plain, plain[0]!.toUpperCase() + plain.slice(1)];
  if (card.origins === 0 || gain === null) return { look: 'none', words: 'Not scored yet' };
  if (versions.run !== null && versions.run !== versions.current) return { look: 'old', words: 'Scored on older data' };
  // Judged as it is written, in whole per cent: ±2 % is level.
  const percent = Math.round(100 * gain);
  if (percent > 2 && card.beatsBaseline === true) return { look: 'good', words: `Beats ${object} by ${share(gain)}` };
  if (percent < -2) return { look: 'level', words: `${subject} better by ${share(-gain)}` };
  return { look: 'level', words: `Level with ${object}` };
}
