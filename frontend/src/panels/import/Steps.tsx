import { Check } from 'lucide-react';
import { Fragment } from 'react';

const names = ['File', 'Columns', 'Time zone and positions', 'Result'];

/** Where an import stands. @param at 0–3; 4 = all is done. */
export const Steps = ({ at }: { at: number }) => (
  <ol className="page-block import-steps" aria-label="Steps">
    {names.map((name, i) => (
      <Fragment key={name}>
        {i > 0 && <li className="line" aria-hidden />}
        <li className={i < at ? 'done' : i === at ? 'now' : ''} aria-current={i === at ? 'step' : undefined}>
          <span className="dot">{i < at ? <Check size={14} aria-hidden /> : i + 1}</span>{name}
          {i < at && <span className="unseen">, done</span>}
        </li>
      </Fragment>
    ))}
  </ol>
);
