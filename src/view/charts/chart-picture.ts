import type { ChartColours } from './chart-colours';

/** Pixels of the picture per pixel of the page, so that it prints well. */
const SCALE = 2;
const MARGIN = 16;
const TITLE_HEIGHT = 30;
const CAPTION_HEIGHT = 22;
const FONT = 'system-ui, "Noto Sans CJK SC", sans-serif';

async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', FONT);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function wordsOf(chart: Element): { question: string; legend: string } {
  const question = chart.querySelector('h3')?.textContent ?? '';
  const legend = [...chart.querySelectorAll('figcaption li')]
    .map((item) => item.textContent?.trim() ?? '')
    .join('    ');
  return { question, legend };
}

/** A picture of the charts under one another, each with its question and its legend. */
export async function chartsPicture(container: HTMLElement, title: string, colours: ChartColours): Promise<Blob> {
  const charts = [...container.querySelectorAll('[data-chart]')].flatMap((chart) => {
    const svg = chart.querySelector('svg.recharts-surface');
    return svg instanceof SVGSVGElement ? [{ svg, box: svg.getBoundingClientRect(), ...wordsOf(chart) }] : [];
  });
  const width = Math.max(480, ...charts.map(({ box }) => box.width)) + 2 * MARGIN;
  const height = TITLE_HEIGHT + charts.reduce((sum, { box }) => sum + CAPTION_HEIGHT * 2 + box.height, 0) + MARGIN;
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d')!;
  context.scale(SCALE, SCALE);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = colours.inkDim;
  context.font = `12px ${FONT}`;
  context.fillText(title, MARGIN, 20);
  let y = TITLE_HEIGHT;
  for (const { svg, box, question, legend } of charts) {
    context.fillStyle = colours.ink;
    context.font = `600 13px ${FONT}`;
    context.fillText(question, MARGIN, y + 16);
    context.fillStyle = colours.inkDim;
    context.font = `11px ${FONT}`;
    context.fillText(legend, MARGIN, y + CAPTION_HEIGHT + 13);
    y += CAPTION_HEIGHT * 2;
    context.drawImage(await imageOf(svg, box.width, box.height), MARGIN, y, box.width, box.height);
    y += box.height;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)),
      'image/png',
    );
  });
}
