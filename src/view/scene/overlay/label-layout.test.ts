import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLabels } from './label-layout';

const screen = { width: 800, height: 600 };

describe('layoutLabels', () => {
  it('never lets two labels overlap or leave the screen', () => {
    const label = fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 20, max: 140 }),
      height: fc.integer({ min: 12, max: 30 }),
      priority: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (labels) => {
        const placed = layoutLabels(labels, screen).map(({ index, left, top }) => ({
          left,
          top,
          right: left + labels[index]!.width,
          bottom: top + labels[index]!.height,
        }));
        placed.forEach((a, i) => {
          expect(a.left >= 0 && a.top >= 0 && a.right <= 800 && a.bottom <= 600).toBe(true);
          for (const b of placed.slice(i + 1))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        });
      }),
    );
  });

  it('gives the better place to the more important and moves the other below', () => {
    const at = { x: 400, y: 300, width: 60, height: 20 };
    const placed = layoutLabels(
      [
        { ...at, priority: 1 },
        { ...at, priority: 9 },
      ],
      screen,
    );
    expect(placed[0]).toMatchObject({ index: 1, left: 370, top: 273 });
    expect(placed[1]).toMatchObject({ index: 0, left: 370, top: 307 });
  });

  it('leaves a label out that belongs on its point where that is taken', () => {
    const at = { x: 400, y: 300, width: 60, height: 40, priority: 1, centred: true };
    expect(layoutLabels([at, at], screen)).toEqual([{ index: 0, left: 370, top: 280 }]);
  });
});
