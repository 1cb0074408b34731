// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportViews, importViews, pinView, readViews, removeView, savedViews, saveView, watchViews } from '../../src/state/savedViews';

beforeEach(() => localStorage.clear());

describe('saved views', () => {
  it('are kept, pinned ones first, and replaced by name', () => {
    saveView({ name: 'Morning', address: '/?j=sample', pinned: false });
    saveView({ name: 'Board', address: '/risk?j=sample', pinned: false });
    saveView({ name: 'Morning', address: '/trends?j=sample', pinned: false });
    pinView('Morning', true);
    expect(savedViews()).toEqual([{ name: 'Morning', address: '/trends?j=sample', pinned: true }, { name: 'Board', address: '/risk?j=sample', pinned: false }]);
    removeView('Morning');
    expect(savedViews().map((v) => v.name)).toEqual(['Board']);
  });
  it('are the same list until they change, and tell who watches', () => {
    const changed = vi.fn();
    const stop = watchViews(changed);
    saveView({ name: 'A', address: '/', pinned: false });
    expect(savedViews()).toBe(savedViews());
    expect(changed).toHaveBeenCalledTimes(1);
    stop();
    removeView('A');
    expect(changed).toHaveBeenCalledTimes(1);
  });
  it('go to a file and come back from it', () => {
    saveView({ name: 'A', address: '/forecasts?j=sample&by=month', pinned: true });
    const file = exportViews();
    localStorage.clear();
    expect(importViews(file)).toBe(1);
    expect(savedViews()).toEqual([{ name: 'A', address: '/forecasts?j=sample&by=month', pinned: true }]);
  });
  it('are none where something else wrote over them', () => {
    localStorage.setItem('geocrime.views', '{"x":1}');
    expect(savedViews()).toEqual([]);
  });
});

describe('a file of views', () => {
  it.each([
    ['no json', 'This file is not JSON'], ['{}', 'holds no list of views'], ['[{"address":"/"}]', 'View 1 has no name.'],
    ['[{"name":"a","address":"/"},{"name":"b","address":"https://elsewhere"}]', 'View 2, “b”, has no address of this application'], ['[{"name":"a","address":"//elsewhere"}]', 'has no address of this application'],
  ])('%s is refused: %s', (file, message) => expect(() => readViews(file)).toThrow(message));
  it('leaves out what an address of the application does not have', () => expect(readViews('[{"name":" a ","address":"/risk?j=x&evil=1"}]')).toEqual([{ name: 'a', address: '/risk?j=x', pinned: false }]));
  it('that is wrong in one entry changes nothing', () => {
    saveView({ name: 'A', address: '/', pinned: false });
    expect(() => importViews('[{"name":"B","address":"/"},{}]')).toThrow('View 2');
    expect(savedViews().map((v) => v.name)).toEqual(['A']);
  });
});
