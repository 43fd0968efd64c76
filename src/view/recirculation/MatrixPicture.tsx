import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../../store/theme';
import { type Matrix, pooled } from './matrix';
import classes from './recirculation.module.css';
import { scaleEnd, shadeOf, writeShade } from './shades';

/** Points of the picture at most: more would be finer than a screen shows. */
const MOST_POINTS = 520;

/** A place in the picture: row and column in the order shown. */
export interface Cell {
  row: number;
  column: number;
}

interface MatrixPictureProps {
  matrix: Matrix;
  order: Int32Array;
  at: Cell | null;
  /** Says what the cell under the pointer or the keyboard holds. */
  onMove(cell: Cell | null): void;
  onChoose(cell: Cell): void;
  label: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The matrix as a picture that the pointer and the arrow keys read. */
export function MatrixPicture({ matrix, order, at, onMove, onChoose, label }: MatrixPictureProps) {
  const { t } = useTranslation('recirculation');
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [focused, setFocused] = useState(false);
  const helpId = useId();
  const { size } = matrix;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const { side, values } = pooled(matrix, order, MOST_POINTS);
    canvas.current.width = side;
    canvas.current.height = side;
    const picture = context.createImageData(side, side);
    const end = scaleEnd(matrix.largest);
    for (let n = 0; n < values.length; n++) writeShade(shadeOf(values[n]!, end), theme, picture.data, n * 4);
    context.putImageData(picture, 0, 0);
  }, [matrix, order, theme]);

  const cellOf = (event: PointerEvent<HTMLElement>): Cell => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = (share: number) => Math.min(size - 1, Math.max(0, Math.floor(share * size)));
    return {
      row: place((event.clientY - box.top) / box.height),
      column: place((event.clientX - box.left) / box.width),
    };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const here = at ?? { row: 0, column: 0 };
    const step = STEPS[event.key];
    if (step !== undefined) {
      const stay = (index: number) => Math.min(size - 1, Math.max(0, index));
      onMove({ row: stay(here.row + step[0]), column: stay(here.column + step[1]) });
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(here);
    else return;
    event.preventDefault();
  };
  const share = (index: number) => `${(index / size) * 100}%`;
  return (
    // Arrow keys read the cells, so this is a widget of its own kind; the line below it says what it holds.
    <div
      role="application"
      aria-label={label}
      aria-describedby={helpId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is read with the arrow keys
      tabIndex={0}
      className={classes.picture}
      data-testid="recirculation-matrix"
      onPointerMove={(event) => onMove(cellOf(event))}
      onPointerLeave={() => !focused && onMove(null)}
      onClick={(event) => onChoose(cellOf(event as unknown as PointerEvent<HTMLElement>))}
      onFocus={() => {
        setFocused(true);
        if (at === null) onMove({ row: 0, column: 0 });
      }}
      onBlur={() => {
        setFocused(false);
        onMove(null);
      }}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} className={classes.canvas} />
      {at !== null && (
        <>
          <span className={classes.rowMark} style={{ insetBlockStart: share(at.row), blockSize: share(1) }} />
          <span className={classes.columnMark} style={{ insetInlineStart: share(at.column), inlineSize: share(1) }} />
        </>
      )}
      <span id={helpId} hidden>
        {t('matrix.keys')}
      </span>
    </div>
  );
}
