import { describe, expect, it } from 'vitest';
import type { Figure } from './case';
import { svgChart } from './svg-chart';
import { axisTicks, tickText } from './svg-ticks';

const figure: Figure = {
  id: 'test',
  title: { key: 'Heat & <air>' },
  x: { label: { key: 'time' }, unit: 's', scale: 'linear' },
  y: { label: { key: 'flow' }, unit: 'm³/s', scale: 'log' },
  series: [
    { label: { key: 'simulated' }, mark: 'line', x: [0, 1, 2], y: [1, 10, 100] },
    { label: { key: 'measured' }, mark: 'points', x: [0, 2], y: [1, 100] },
  ],
};

describe('a figure', () => {
  const svg = svgChart(figure, (label) => label.key);

  it('names both axes with their units and every series', () => {
    for (const text of ['time, s', 'flow, m³/s', '>simulated<', '>measured<']) expect(svg).toContain(text);
  });

  it('escapes what would break the document', () => {
    expect(svg).toContain('Heat &amp; &lt;air&gt;');
    expect(svg).not.toContain('<air>');
  });

  it('draws lines for simulated and a shape for each published point', () => {
    expect(svg.match(/class="line a" d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L/)).not.toBeNull();
    expect(svg.match(/class="points b" d="(M[^M]+){2}"/)).not.toBeNull();
  });

  it('follows the reader into light and dark, or keeps to the one asked for', () => {
    expect(svg).toContain('prefers-color-scheme:dark');
    const dark = svgChart(figure, (label) => label.key, 'dark');
    expect(dark).not.toContain('prefers-color-scheme');
    expect(dark).toContain('--vf-ground:#15191e');
  });

  it('puts equal factors at equal distances on a logarithmic axis', () => {
    const path = /class="line a" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/.exec(svg)!;
    const [bottom, middle, top] = path.slice(1).map(Number);
    expect(middle! - top!).toBeCloseTo(bottom! - middle!, 0);
  });
});

describe('ticks', () => {
  it('are round and inside the axis', () => {
    expect(axisTicks('linear', -0.04, 1.04).map(tickText)).toEqual(['0', '0.25', '0.5', '0.75', '1']);
    expect(axisTicks('linear', 17.2, 29.9).map(tickText)).toEqual(['20', '25']);
    expect(axisTicks('log', 800, 1.25e6)).toEqual([1e3, 1e4, 1e5, 1e6]);
    expect(axisTicks('log', 1500, 12_000)).toEqual([2000, 5000, 10_000]);
  });

  it('read without the noise of binary fractions', () => {
    expect([0.1 + 0.2, 1e6, -2.5e-4, 0].map(tickText)).toEqual(['0.3', '1e6', '-2.5e-4', '0']);
  });
});
