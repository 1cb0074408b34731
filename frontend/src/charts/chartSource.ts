import { createContext, useContext } from 'react';

/** What every chart of a view says of itself when it is taken away. */
export interface ChartSource {
  /** Code of the jurisdiction; begins the names of files. */
  code: string;
  place: string;
  synthetic: boolean;
  /** The filtered offences in words. */
  offences: string;
  dataVersion: string;
}

const none: ChartSource = { code: 'chart', place: '', synthetic: false, offences: 'All', dataVersion: '–' };

export const ChartSourceContext = createContext<ChartSource>(none);
export const useChartSource = (): ChartSource => useContext(ChartSourceContext);
