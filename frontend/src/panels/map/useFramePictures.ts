import { useEffect, useMemo } from 'react';
import { FrameCache } from '../../api/frameCache';

/** Pictures fetched ahead of their turn; forgotten with the page. */
export function useFramePictures(): FrameCache {
  const cache = useMemo(() => new FrameCache(), []);
  useEffect(() => () => cache.clear(), [cache]);
  return cache;
}
