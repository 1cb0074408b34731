import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** Pixels of the picture for each CSS pixel: sharp in print. */
export const sharpness = 2;

/** The application's font as CSS that carries it, since a picture can fetch none. */
export async function fontStyle(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(inter)).arrayBuffer());
  const text = Array.from(bytes, (b) => String.fromCharCode(b)).join('');
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
}

/** An SVG picture, whose own pictures are inside it, as PNG. @throws Error where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [sharpness * image.width, sharpness * image.height];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser could not write the picture.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
