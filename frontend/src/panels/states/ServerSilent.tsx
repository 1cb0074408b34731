import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { clock } from '../../state/figures';

/** @param since when the newest results on the screen arrived, ms; 0 = none. @param retryAt when the next try comes, ms. */
export function ServerSilent({ since, retryAt, retry }: { since: number; retryAt: number; retry: () => void }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const wait = Math.max(0, Math.ceil((retryAt - now) / 1000));
  return (
    <div className="banner" role="alert">
      <CloudOff size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <b className="medium">The server does not answer</b>{' '}
        <span className="second">
          {since > 0 && `You see results from ${clock(since)}. `}
          {wait > 0 ? `Trying again in ${wait} s.` : 'Trying again now.'}
        </span>
      </span>
      <span className="spring" />
      <button type="button" className="button" onClick={retry}>Try now</button>
    </div>
  );
}
