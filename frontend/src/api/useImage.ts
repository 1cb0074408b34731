import { useEffect, useRef, useState } from 'react';

/**
 * The decoded picture at an address; the last one is kept until the next has arrived.
 * @param address null asks for nothing.
 */
export function useImage(address: string | null): { image: ImageBitmap | null; of: string | null; failed: boolean } {
  const [state, setState] = useState<{ image: ImageBitmap | null; of: string | null; failed: boolean }>({ image: null, of: null, failed: false });
  const flight = useRef<AbortController | null>(null);
  useEffect(() => {
    if (address === null) return;
    flight.current?.abort();
    const abort = (flight.current = new AbortController());
    fetch(address, { signal: abort.signal })
      .then((answer) => {
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
        return answer.blob();
      })
      .then((blob) => createImageBitmap(blob))
      .then(
        (image) => setState({ image, of: address, failed: false }),
        () => { if (!abort.signal.aborted) setState({ image: null, of: address, failed: true }); },
      );
  }, [address]);
  return state;
}
