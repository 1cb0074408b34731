import type { ScenarioInput } from '../api/generated';
import type { ScenarioChange, ScenarioEvent } from './staffingView';

/** The API's form of a scenario; null where nothing is assumed. */
export const scenarioInput = (changes: readonly ScenarioChange[], events: readonly ScenarioEvent[]): ScenarioInput | null =>
  changes.length + events.length === 0 ? null : { changes: changes.map((c) => ({ ...c })), events: events.map(({ area, ...e }) => ({ ...e, areas: area ? [area] : null })) };
