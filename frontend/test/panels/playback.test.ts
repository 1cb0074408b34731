import { expect, it } from 'vitest';
import { nextFrame } from '../../src/panels/timeline/usePlayback';

const span = { from: 0, to: 100, completeThrough: 99 };

it('moves or grows by a step', () => {
  expect(nextFrame({ from: 10, to: 38 }, 7, 'moving', span)).toEqual({ from: 17, to: 45 });
  expect(nextFrame({ from: 10, to: 38 }, 7, 'cumulative', span)).toEqual({ from: 10, to: 45 });
});

it('starts over past the end of the data', () => {
  expect(nextFrame({ from: 66, to: 94 }, 7, 'moving', span)).toEqual({ from: 0, to: 28 });
  expect(nextFrame({ from: 10, to: 94 }, 7, 'cumulative', span)).toEqual({ from: 0, to: 7 });
});
