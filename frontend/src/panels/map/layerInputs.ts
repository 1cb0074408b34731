import type { EmergingPattern, IncidentFilter } from '../../api/generated';
import type { Layers } from '../../api/useLayers';
import type { Palette } from '../../layers/palette';
import type { View } from '../../state/view';
import type { LayerData } from './useWindowLayers';

/** What legends, parameters and rows of the rail are made from. */
export interface Inputs {
  view: View;
  palette: Palette;
  layers: Layers;
  data: LayerData;
  /** The window's length in words, its reports, and how many areas there are. */
  period: string;
  reports: number;
  /** Incidents/km² at the end of the density's bar. */
  top: number;
  /** The player shows frames of a density in space and time, per 28 days. */
  framed: boolean;
  kinds: readonly { code: string; label: string; areas: number }[];
  kind: string | null;
  /** Kinds of context places that are loaded, and the one shown. */
  placeKinds: readonly { code: string; label: string; places: number }[];
  placeKind: string | null;
  /** The jurisdiction and what is asked of it. */
  code: string;
  filter: IncidentFilter;
  dataVersion: string;
  /** The density picture did not arrive. */
  pictureFailed: boolean;
  /** Filtered offences whose records officers start. */
  officerInitiated: readonly string[];
  /** The map shows single dots. */
  dots: boolean;
  /** The emerging pattern that the legend singles out. */
  single: EmergingPattern | null;
  onSingle: (pattern: EmergingPattern | null) => void;
  adjust: (patch: Partial<View>) => void;
  commit: (patch: Partial<View>) => void;
}
