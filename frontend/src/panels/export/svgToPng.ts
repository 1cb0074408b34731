/** Draws an SVG text, whose pictures are inside it, as PNG. @throws Error where the browser cannot. */
export async function svgToPng(svg: string, ratio: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * ratio, image.naturalHeight * ratio];
    const pen = canvas.getContext('2d')!;
    pen.scale(ratio, ratio);
    pen.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
