import { absolute } from '../../api/client';
import { useImage } from '../../api/useImage';
import type { LayerData } from './useWindowLayers';

interface Asked {
  data: Pick<LayerData, 'density' | 'change'>;
  theme: 'light' | 'dark';
  /** Incidents/km² at the end of the bar; looked at unless the surface takes its own highest. */
  top: number;
  ownTop: boolean;
  /** Colours by the rank of the cells. */
  percentile: boolean;
  measure: string;
}

/** The pictures of one window's density and change. */
export function useSurfaces({ data: { density, change }, theme, top, ownTop, percentile, measure }: Asked) {
  const scale: Record<string, string> = percentile ? { scale: 'percentile' } : ownTop || !(top > 0) ? {} : { max: String(+top.toPrecision(6)) };
  const address = density ? pictureAddress(density.imageUrl, { theme, ...scale }) : null;
  const picture = useImage(address);
  const changed = useImage(change ? pictureAddress(change.imageUrl, { theme, measure }) : null);
  return {
    density: { image: picture.image, box: density?.imageBounds },
    change: { image: changed.image, box: change?.imageBounds },
    /** The density's picture is that of its data. */
    current: picture.address === address,
    failed: picture.failed || changed.failed,
  };
}

/** The absolute address of a picture with parameters of how it is coloured. */
export function pictureAddress(imageUrl: string, parameters: Record<string, string>): string {
  const address = new URL(absolute(imageUrl));
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}
