import { useEffect, useRef, useState } from 'react';
import { clamp, lengthOf, type DataSpan, type TimeWindow } from '../../state/timeWindow';

export type PlayMode = 'moving' | 'cumulative';

export interface Playback {
  playing: boolean;
  toggle: () => void;
  /** Days a frame. */
  step: number;
  setStep: (days: number) => void;
  /** Frames a second. */
  speed: number;
  setSpeed: (speed: number) => void;
  mode: PlayMode;
  setMode: (mode: PlayMode) => void;
}

/** The next frame; past the data it starts over at their beginning. */
export function nextFrame(w: TimeWindow, step: number, mode: PlayMode, span: DataSpan): TimeWindow {
  const length = lengthOf(w);
  const to = w.to + step;
  if (to > span.to) return { from: span.from, to: span.from + (mode === 'moving' ? Math.min(length, span.to - span.from) : step) };
  return mode === 'cumulative' ? { from: w.from, to } : clamp({ from: w.from + step, to }, span);
}

/**
 * Plays the window through time.
 * @param onFrame each frame. @param onStop the last frame, when the user pauses.
 * @param isReady whether a frame can be shown yet; one that cannot is waited for.
 */
export function usePlayback(
  window: TimeWindow | null, span: DataSpan | null, onFrame: (w: TimeWindow) => void, onStop: (w: TimeWindow) => void,
  isReady: (w: TimeWindow, step: number, mode: PlayMode) => boolean,
): Playback {
  const [playing, setPlaying] = useState(false);
  const [step, setStep] = useState(7);
  const [speed, setSpeed] = useState(2);
  const [mode, setMode] = useState<PlayMode>('moving');
  const latest = useRef({ window, onFrame, isReady });
  useEffect(() => { latest.current = { window, onFrame, isReady }; });

  useEffect(() => {
    if (!playing || !span) return;
    const timer = setInterval(() => {
      const { window: w, onFrame: show, isReady: ready } = latest.current;
      const next = w && nextFrame(w, step, mode, span);
      if (next && ready(next, step, mode)) show(next);
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, step, speed, mode, span]);

  const toggle = () => {
    if (playing && window) onStop(window);
    setPlaying(!playing);
  };
  return { playing, toggle, step, setStep, speed, setSpeed, mode, setMode };
}
