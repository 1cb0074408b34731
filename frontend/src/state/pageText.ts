import type { Page } from './view';

/** What each page is called: in the rail, and where there is room to say what it holds. */
export const pageText: Record<Page, { name: string; title: string }> = {
  map: { name: 'Map', title: 'Map' },
  trends: { name: 'Trends', title: 'Trends' },
  forecasts: { name: 'Forecasts', title: 'Forecasts and movers' },
  risk: { name: 'Risk', title: 'Risk' },
  staffing: { name: 'Staffing', title: 'Staffing' },
  briefing: { name: 'Briefing', title: 'Briefing to print' },
  runs: { name: 'Runs', title: 'Runs' },
  data: { name: 'Data', title: 'Data' },
  design: { name: 'Design', title: 'Design' },
};
