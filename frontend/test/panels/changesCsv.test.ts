import { expect, it } from 'vitest';
import { changesCsv } from '../../src/panels/map/ChangeRows';

it('writes one row an area and offence, with both windows and the verdict in words', () => {
  const text = changesCsv({
    window: { from: '2024-07-01', to: '2024-10-01', baselineFrom: '2023-07-03', baselineTo: '2023-10-03' },
    rows: [
      { area: { code: 'p1', name: 'Old, Town' }, category: { code: 'theft', label: 'Theft' }, incidents: 12, before: 3, p: 0.01, adjustedP: 0.04, direction: 'RISE' },
      { area: null, category: { code: 'fraud', label: 'Fraud' }, incidents: 0, before: 0, p: 1, adjustedP: 1, direction: 'NONE' },
    ],
  });
  expect(text.split('\r\n')).toEqual([
    'area,name,offence,reported_incidents,before,p,adjusted_p,verdict,from,to_exclusive,before_from,before_to_exclusive',
    'p1,"Old, Town",theft,12,3,0.01,0.04,clear rise,2024-07-01,2024-10-01,2023-07-03,2023-10-03',
    ',,fraud,0,0,1,1,no clear change,2024-07-01,2024-10-01,2023-07-03,2023-10-03',
    '',
  ]);
});
