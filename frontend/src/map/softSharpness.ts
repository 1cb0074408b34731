import type { Map as MapLibreMap } from 'maplibre-gl';

/** Pixels per CSS pixel while nobody sees the map, and, of the screen's own, while it moves. */
const unseenRatio = 1 / 16;
const movingShare = 0.4;
/** How long the first picture may take to be whole, ms. */
const firstPictureMs = 1000;

/** Names of drivers that draw on the processor: Chromium's, Mesa's two, Windows'. */
const softwareDrivers = /swiftshader|llvmpipe|softpipe|basic render/i;

/** True where no graphics card draws the map, as on virtual desktops: a frame of full size then takes a tenth of a second. */
export function drawnInSoftware(map: MapLibreMap): boolean {
  const gl = map.getCanvas().getContext('webgl2')!;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return names !== null && softwareDrivers.test(gl.getParameter(names.UNMASKED_RENDERER_WEBGL) as string);
}

/**
 * Keeps a map that is drawn in software fluent: it shows its first picture whole instead of ten that grow, and while it moves
 * it has a sixth of the pixels.
 * @param state `arriving`: more of the first picture is on its way; `moving`: what is drawn changes from frame to frame.
 */
export function softSharpness(map: MapLibreMap, state: () => { arriving?: boolean; moving?: boolean }): { update: () => void; end: () => void } {
  const canvas = map.getCanvas();
  let unseen = true;
  let coarse = true;
  // MapLibre types the ratio as a number; null gives it back to the screen.
  const draw = (ratio: number | null) => map.setPixelRatio(ratio as number);
  const moves = () => state().moving === true || map.isMoving();
  const sharpen = () => {
    coarse = false;
    draw(null);
    if (!unseen) return;
    unseen = false;
    void map.once('render', () => whenDrawn(canvas, () => { canvas.style.visibility = ''; }));
  };
  canvas.style.visibility = 'hidden';
  draw(unseenRatio);
  const patience = setTimeout(() => { if (unseen) sharpen(); }, firstPictureMs);
  // All that the movement brings is drawn coarsely too.
  map.on('idle', () => { if (coarse && !moves() && !(unseen && state().arriving)) sharpen(); });
  const update = () => {
    if (coarse && !moves()) map.triggerRepaint();
    else if (moves() && !coarse) {
      coarse = true;
      draw(devicePixelRatio * movingShare);
    }
  };
  map.on('movestart', update);
  return { update, end: () => clearTimeout(patience) };
}

/** Calls back once the driver is done with what it was given: a picture shown before holds the page up until it is. */
function whenDrawn(canvas: HTMLCanvasElement, then: () => void): void {
  const gl = canvas.getContext('webgl2')!;
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const look = () => {
    if (!fence || gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED) then();
    else requestAnimationFrame(look);
  };
  look();
}
