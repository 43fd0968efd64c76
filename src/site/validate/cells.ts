import { phrase } from '../phrase';
import { metresText, plain } from '../quantity-text';
import { error, type Rule, warning } from './rule';

const mostCells = 20_000_000;
const slowCells = 2_000_000;

/** The cell size asked for gives a number of cells that a computer can hold. */
export const checkCells: Rule = ({ cellSize, room }) => {
  if (cellSize === undefined) return [];
  const cells = (room.width / cellSize) * (room.depth / cellSize) * (room.height / cellSize);
  const least = Math.ceil(Math.cbrt((room.width * room.depth * room.height) / slowCells) * 100) / 100;
  const message = phrase`Cells of ${metresText(cellSize)} make about ${plain(cells / 1e6, 1)} million cells.`;
  if (cells > mostCells)
    return [error('too-many-cells', 'cellSize', message, phrase`Use ${metresText(least)} or more, or leave it out.`)];
  if (cells > slowCells)
    return [
      warning('many-cells', 'cellSize', message, phrase`The run will be slow; ${metresText(least)} or more is faster.`),
    ];
  const thinnest = Math.min(room.width, room.depth, room.height);
  if (cellSize <= thinnest / 4) return [];
  return [
    error(
      'too-few-cells',
      'cellSize',
      phrase`Cells of ${metresText(cellSize)} leave fewer than four across the room's ${metresText(thinnest)}.`,
      phrase`Use ${metresText(thinnest / 4)} or less, or leave it out.`,
    ),
  ];
};
