import { Table, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FAILURE_THRESHOLDS, type FailureResult, verdictOf } from '../../frame/failure';
import { useRackNames } from '../recirculation/use-rack-names';
import classes from './failures.module.css';
import { firstAnewSeconds, isKnown, minutesText, worstRack } from './result-text';
import { FailureVerdictMark } from './VerdictMark';

interface EachUnitTableProps {
  results: readonly FailureResult[];
  chosen: string | null;
  onChoose(name: string): void;
}

/** One line for each unit that is out: what becomes of the room without it. */
export function EachUnitTable({ results, chosen, onChoose }: EachUnitTableProps) {
  const { t } = useTranslation('failures');
  const nameOf = useRackNames();
  return (
    <section className={classes.section} aria-label={t('eachUnit.title')}>
      <h3 className={classes.heading}>{t('eachUnit.title')}</h3>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table
          verticalSpacing={4}
          horizontalSpacing={6}
          fz="xs"
          aria-label={t('eachUnit.title')}
          data-testid="each-unit"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('eachUnit.unit')}</Table.Th>
              <Table.Th>{t('eachUnit.verdict')}</Table.Th>
              {FAILURE_THRESHOLDS.map((name) => (
                <Table.Th key={name} className={classes.number}>
                  {t(`column.${name}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('eachUnit.worst')}</Table.Th>
              <Table.Th className={classes.number}>{t('column.peak')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {results.map((result) => {
              const worst = worstRack(result);
              return (
                <Table.Tr key={result.name} data-chosen={result.name === chosen || undefined}>
                  <Table.Th scope="row">
                    <UnstyledButton
                      className={classes.link}
                      onClick={() => onChoose(result.name)}
                      aria-pressed={result.name === chosen}
                    >
                      {result.name}
                    </UnstyledButton>
                  </Table.Th>
                  <Table.Td>
                    <FailureVerdictMark verdict={verdictOf(result)} />
                  </Table.Td>
                  {FAILURE_THRESHOLDS.map((name) => (
                    <Table.Td key={name} className={classes.number}>
                      {firstText(result, name)}
                    </Table.Td>
                  ))}
                  <Table.Td>{worst === null ? '—' : nameOf(worst.rackId)}</Table.Td>
                  <Table.Td className={classes.number}>{worst === null ? '—' : worst.peakCelsius.toFixed(1)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <p className={classes.note}>{t('eachUnit.note')}</p>
    </section>
  );
}

function firstText(result: FailureResult, name: (typeof FAILURE_THRESHOLDS)[number]): string {
  if (!isKnown(result, name)) return '—';
  const seconds = firstAnewSeconds(result, name);
  return seconds === null ? `> ${Math.round(result.playedSeconds / 60)}` : minutesText(seconds);
}
