import { useEffect, useState } from 'react';
import { count } from '../../state/figures';

/** Nothing for 200 ms, then a bar; after a second words, after five how long it has taken. */
export function Busy({ incidents }: { incidents: number }) {
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
        <p className="floating small busy-words" role="status">
          {seconds < 5 ? `Counting ${count(incidents)} incidents` : `Still working, ${Math.floor(seconds)} s`}
        </p>
      )}
    </>
  );
}
