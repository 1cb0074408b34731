import { Check, CircleDashed, Equal, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScoreFragment } from '../../api/generated';
import { Popover } from '../controls/Popover';
import type { Badge } from './badge';
import { Scorecard } from './Scorecard';

const glyphs = { good: Check, level: Equal, none: CircleDashed, old: TriangleAlert };

/** The badge of a prediction; opens its scorecard. @param more what else is known about the model */
export function ScoreBadge({ badge, card, model, more }: { badge: Badge; card: ScoreFragment; model: string; more?: ReactNode }) {
  const Glyph = glyphs[badge.look];
  return (
    <Popover
      label={`${badge.words}. Open the scorecard`} className={`badge ${badge.look}`} width={340}
      button={<><Glyph size={12} strokeWidth={2.25} aria-hidden />{badge.words}</>}
    >
      {() => (
        <div className="small" tabIndex={0}>
          <h3 className="strong">Scorecard</h3>
          <Scorecard card={card} model={model} />
          {more && <div style={{ marginTop: 8 }}>{more}</div>}
        </div>
      )}
    </Popover>
  );
}
