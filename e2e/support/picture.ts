import type { Locator, Page } from '@playwright/test';

export interface PictureStatistics {
  /** Standard deviation of the brightness, 0..255: 0 is a blank picture. */
  deviation: number;
  /** How many different colours there are, to 4 bits a channel. */
  colours: number;
}

/** Statistics of what is on screen where the element is; the browser itself decodes the screenshot. */
export async function pictureOf(page: Page, element: Locator): Promise<PictureStatistics> {
  const png = await element.screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    let [sum, squares] = [0, 0];
    for (let index = 0; index < data.length; index += 4) {
      const [red, green, blue] = [data[index]!, data[index + 1]!, data[index + 2]!];
      const brightness = (red + green + blue) / 3;
      sum += brightness;
      squares += brightness * brightness;
      colours.add(((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4));
    }
    const count = data.length / 4;
    return { deviation: Math.sqrt(squares / count - (sum / count) ** 2), colours: colours.size };
  }, png.toString('base64'));
}
