import { describe, expect, it } from 'vitest';
import { leaves, runDifferences, type ComparedRun } from '../../src/state/runDifferences';

const run = (more: Partial<ComparedRun>): ComparedRun => ({
  id: 'a', study: 'FORECAST', parameters: { model: 'ETS', options: { horizon: 30 } }, datasetVersion: '16.a', codeVersion: '1.0.0+abc', seed: 1, metrics: { mase: 0.8 }, seconds: 3, ...more,
});

it('a JSON value is taken apart by path', () => expect([...leaves({ a: { b: [1, null] }, c: 'x' })]).toEqual([['a.b.0', 1], ['a.b.1', null], ['c', 'x']]));
it('nothing has no parts', () => expect([...leaves(null), ...leaves('text')]).toEqual([]));

describe('two runs', () => {
  it('differ in what differs, and nothing else is listed', () => {
    const d = runDifferences(run({}), run({ parameters: { model: 'THETA', options: { horizon: 30 } }, metrics: { mase: 0.9, mae: 2 } }));
    expect(d.parameters).toEqual([{ name: 'model', a: 'ETS', b: 'THETA', change: null }]);
    expect(d.data).toEqual([]);
    expect(d.metrics).toEqual([{ name: 'mase', a: '0.8', b: '0.9', change: 0.9 - 0.8 }, { name: 'mae', a: '–', b: '2', change: null }]);
    expect(d.why).toBe('Results moved because the second run had other parameters (model).');
  });
  it('of several causes do not name one', () => expect(runDifferences(run({}), run({ datasetVersion: '17.b', codeVersion: '2', metrics: { mase: 1 } })).why).toBe('Results moved with other data (16.a and 17.b) and other code; these two runs cannot tell which of them did it.'));
  it('count parameters that are many', () => expect(runDifferences(run({}), run({ parameters: { a: 1, b: 2 }, metrics: { mase: 1 } })).why).toContain('4 other parameters'));
  it('with the same results say so', () => expect(runDifferences(run({}), run({ seed: 2 })).why).toBe('The runs had other parameters (seed); their metrics are the same.'));
  it('that are the same say so', () => expect(runDifferences(run({}), run({})).why).toBe('Nothing that goes into these runs differs, and neither do their results.'));
  it('without a metric in common say so', () => expect(runDifferences(run({ metrics: null }), run({ seed: 2 })).why).toBe('The runs had other parameters (seed); they kept no metric in common, so that their results do not compare here.'));
  it('of two studies do not compare', () => expect(runDifferences(run({}), run({ study: 'BACKTEST' })).why).toContain('different questions'));
});
