import { useEffect, useRef, useState } from 'react';

/** How long a picture that a newer one waits for may still take before it is cancelled. */
const patienceMs = 250;

interface Loaded { image: ImageBitmap | null; address: string | null; failed: boolean }
interface Flight { abort: AbortController; startedAt: number; next: string | null }

/**
 * The decoded picture at an address; the last one is kept until the next has arrived. While addresses change fast, one
 * picture loads at a time and the newest address waits for it: cancelling each for the next would show none.
 * @param address null asks for nothing.
 */
export function useImage(address: string | null): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ image: null, address: null, failed: false });
  const flight = useRef<Flight | null>(null);

  useEffect(() => {
    const load = (wanted: string) => {
      const abort = new AbortController();
      const mine: Flight = (flight.current = { abort, startedAt: performance.now(), next: null });
      const land = () => {
        if (flight.current !== mine) return;
        flight.current = null;
        if (mine.next !== null) load(mine.next);
      };
      picture(wanted, abort.signal).then(
        (image) => setLoaded({ image, address: wanted, failed: false }),
        () => { if (!abort.signal.aborted) setLoaded({ image: null, address: wanted, failed: true }); },
      ).finally(land);
    };
    if (address === null) return;
    const under = flight.current;
    if (!under) return load(address);
    under.next = address;
    const left = Math.max(0, patienceMs - (performance.now() - under.startedAt));
    const timer = setTimeout(() => under.abort.abort(), left);
    return () => clearTimeout(timer);
  }, [address]);

  return loaded;
}

/** Fetches and decodes a picture. @throws Error where the answer is none. */
export async function picture(address: string, signal: AbortSignal): Promise<ImageBitmap> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return createImageBitmap(await answer.blob());
}
