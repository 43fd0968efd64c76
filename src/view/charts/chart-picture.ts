import { UNKNOWN } from '../numbers/format';
import type { ChartColours } from './chart-colours';

/** Pixels of the picture per pixel of the page, so that it prints well. */
const SCALE = 2;
const MARGIN = 16;
/** Width of each plot in the picture, px. */
const PLOT_WIDTH = 440;
const TITLE_HEIGHT = 30;
const CAPTION_HEIGHT = 24;
const LEGEND_LINE = 17;
/** Room for up to two lines of legend. */
const LEGEND_HEIGHT = 2 * LEGEND_LINE + 6;
const KEY_WIDTH = 20;
const FONT = 'system-ui, "Noto Sans CJK SC", sans-serif';

/** The drawing at the size of its page, to be scaled when it is placed: it is made of vectors. */
async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(PLOT_WIDTH * SCALE));
  copy.setAttribute('height', String((PLOT_WIDTH * SCALE * height) / width));
  copy.setAttribute('font-family', FONT);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

interface LegendWord {
  text: string;
  colour: string;
  /** Pattern of its line; null for an area. */
  dash: number[] | null;
}

interface Picture {
  svg: SVGSVGElement;
  /** As drawn in the picture. */
  width: number;
  height: number;
  question: string;
  legend: LegendWord[];
}

function dashOf(mark: string | undefined): number[] | null {
  if (mark === 'area') return null;
  return mark === 'dashed' ? [4, 2] : mark === 'dotted' ? [1.5, 2] : [];
}

/** Label and value of each entry of the legend, with the unit of the chart's head, and its colour. */
function legendOf(chart: Element): LegendWord[] {
  const unit = chart.querySelector('[data-axis-unit]')?.textContent ?? '';
  return [...chart.querySelectorAll<HTMLElement>('figcaption li')].map((item) => {
    const words = [...item.querySelectorAll('span')].filter((span) => span.children.length === 0);
    const text = words.map((span) => span.textContent?.trim() ?? '').filter((word) => word !== '');
    return {
      text: [...text, text.at(-1) === UNKNOWN ? '' : unit].join(' ').trim(),
      colour: item.dataset.colour ?? '',
      dash: dashOf(item.dataset.mark),
    };
  });
}

function picturesOf(container: HTMLElement): Picture[] {
  return [...container.querySelectorAll('[data-chart]')].flatMap((chart) => {
    const svg = chart.querySelector('svg.recharts-surface');
    if (!(svg instanceof SVGSVGElement)) return [];
    const box = svg.getBoundingClientRect();
    const height = (box.height * PLOT_WIDTH) / box.width;
    const question = chart.querySelector('h3')?.textContent ?? '';
    return [{ svg, width: PLOT_WIDTH, height, question, legend: legendOf(chart) }];
  });
}

/** Draws the legend from the line `y` on, wrapped at the edge. */
function drawLegend(
  context: CanvasRenderingContext2D,
  legend: readonly LegendWord[],
  y: number,
  colours: ChartColours,
): void {
  let x = MARGIN;
  let lines = 1;
  context.font = `13px ${FONT}`;
  for (const { text, colour, dash } of legend) {
    const width = KEY_WIDTH + context.measureText(text).width + 14;
    if (x + width > MARGIN + PLOT_WIDTH && x > MARGIN) {
      x = MARGIN;
      lines++;
    }
    const baseline = y + (lines - 1) * LEGEND_LINE;
    context.strokeStyle = colour;
    context.lineWidth = dash === null ? 9 : 2;
    context.setLineDash(dash ?? []);
    context.beginPath();
    context.moveTo(x, baseline - 4);
    context.lineTo(x + (dash === null ? 9 : 14), baseline - 4);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colours.inkDim;
    context.fillText(text, x + KEY_WIDTH, baseline);
    x += width;
  }
}

/** A picture of the charts under one another, each with its question and its legend. */
export async function chartsPicture(container: HTMLElement, title: string, colours: ChartColours): Promise<Blob> {
  const pictures = picturesOf(container);
  const width = PLOT_WIDTH + 2 * MARGIN;
  const height =
    TITLE_HEIGHT + pictures.reduce((sum, picture) => sum + CAPTION_HEIGHT + LEGEND_HEIGHT + picture.height, 0) + MARGIN;
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
  for (const picture of pictures) {
    context.fillStyle = colours.ink;
    context.font = `600 15px ${FONT}`;
    context.fillText(picture.question, MARGIN, y + 16);
    drawLegend(context, picture.legend, y + CAPTION_HEIGHT + 13, colours);
    y += CAPTION_HEIGHT + LEGEND_HEIGHT;
    context.drawImage(await imageOf(picture.svg), MARGIN, y, picture.width, picture.height);
    y += picture.height;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)),
      'image/png',
    );
  });
}
