import { expect, it } from 'vitest';
import { reasonInWords } from '../../src/panels/data/reasons';
import { sentenceCase, shortVersion } from '../../src/state/words';

it('writes codes as sentences begin', () => {
  expect(['violence', 'ELEVATED', ''].map(sentenceCase)).toEqual(['Violence', 'Elevated', '']);
});

it('shortens a version to its distinguishing part', () => {
  expect(['1.0.0+23ab45cd67', 'a1b2c3d', '16.1b4794'].map(shortVersion)).toEqual(['23ab45cd', 'a1b2c3d', '16.1b479']);
});

it('says known and unknown reasons in words', () => {
  expect(['no-date', 'sea-monster'].map(reasonInWords)).toEqual(['No date', 'Sea monster']);
});
