import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import type { GridStudyResult, StudyGrid } from '../../validation/grid-study/facts';
import { cellsText, sizeText } from './cell-size';
import classes from './grid-study.module.css';
import { useSetCellSize } from './use-set-cell-size';

/** The three grids: what each costs, what it leaves uncertain, and a button that takes it. */
export function StudyGrids({ result, content }: { result: GridStudyResult; content: number }) {
  const { t } = useTranslation('gridStudy');
  const cellSize = useDocument((state) => state.site.cellSize);
  const setCellSize = useSetCellSize();
  const inUse = (grid: StudyGrid) => grid.cellSize === (cellSize ?? result.runCellSize);
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table aria-label={t('grids.title')} verticalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {(['size', 'cells', 'worst'] as const).map((column) => (
              <Table.Th key={column} className={classes.number}>
                {t(`grids.${column}`)}
              </Table.Th>
            ))}
            <Table.Th />
            {(['iterations', 'rest', 'time'] as const).map((column) => (
              <Table.Th key={column} className={classes.number}>
                {t(`grids.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.grids.map((grid) => (
            <Table.Tr key={grid.cellSize} data-testid={`grid-row-${grid.cellSize}`}>
              <Table.Td className={classes.number}>{sizeText(grid.cellSize)} m</Table.Td>
              <Table.Td className={classes.number}>{cellsText(grid.cells)}</Table.Td>
              <Table.Td className={classes.number}>
                {Number.isFinite(grid.worstRackKelvin) ? `± ${grid.worstRackKelvin.toFixed(2)} K` : '—'}
                {grid.worstRackKelvin > content && <span className={classes.unit}> {t('grids.tooMuch')}</span>}
              </Table.Td>
              <Table.Td className={classes.action}>
                {inUse(grid) ? (
                  <span className={classes.unit}>{t('grids.inUse')}</span>
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setCellSize(grid.cellSize)}
                    aria-label={t('grids.useSize', { size: sizeText(grid.cellSize) })}
                    data-testid={`grid-use-${grid.cellSize}`}
                  >
                    {t('grids.use')}
                  </Button>
                )}
              </Table.Td>
              <Table.Td className={classes.number}>{grid.iterations}</Table.Td>
              <Table.Td className={classes.number}>
                {grid.settled ? t('grids.yes') : t('grids.no', { kelvin: grid.residualKelvin.toFixed(2) })}
              </Table.Td>
              <Table.Td className={classes.number}>{grid.seconds.toFixed(1)} s</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
