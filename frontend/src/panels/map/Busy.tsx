import { useEffect, useState } from 'react';
import { count } from '../../state/figures';

/** Nothing for 200 ms, then a bar; after a second words, after five how long it has taken and a way out. */
export function Busy({ incidents, onCancel }: { incidents: number; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - start) / 1000), 200);
    return () => clearInterval(timer);
  }, []);
  if (seconds < 0.2) return null;
  return (
    <>
      <div className="loading-bar"><i /></div>
      {seconds >= 1 && (
        <div className="floating small busy-words row">
          <span role="status">{seconds < 5 ? `Counting ${count(incidents)} incidents` : `Still working, ${Math.floor(seconds)} s`}</span>
          {seconds >= 5 && <button type="button" className="text-button" onClick={onCancel}>Cancel</button>}
        </div>
      )}
    </>
  );
}
