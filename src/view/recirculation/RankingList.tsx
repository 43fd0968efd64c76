import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSelection } from '../../store/selection';
import type { Ranked } from './ranking';
import classes from './recirculation.module.css';
import { useRackNames } from './use-rack-names';
import { kelvinText, shareText } from './value-text';

interface RankingListProps {
  id: 'takers' | 'givers';
  rows: readonly Ranked[];
}

/** The racks that take or give most, each a button that selects it in the room. */
export function RankingList({ id, rows }: RankingListProps) {
  const { t } = useTranslation('recirculation');
  const nameOf = useRackNames();
  return (
    <section className={classes.ranking} aria-label={t(`ranking.${id}.title`)}>
      <h3 className={classes.heading}>{t(`ranking.${id}.title`)}</h3>
      {rows.length === 0 ? (
        <p className={classes.note}>{t(`ranking.${id}.none`)}</p>
      ) : (
        <table className={classes.table} data-testid={`recirculation-${id}`}>
          <thead>
            <tr>
              <th scope="col">{t('ranking.rack')}</th>
              <th scope="col">{t(`ranking.${id}.share`)}</th>
              <th scope="col">{t(`ranking.${id}.kelvin`)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rackId, share, kelvin }) => (
              <tr key={rackId}>
                <th scope="row">
                  <UnstyledButton
                    className={classes.rackButton}
                    onClick={() => useSelection.getState().select([{ kind: 'rack', id: rackId }])}
                  >
                    {nameOf(rackId)}
                  </UnstyledButton>
                </th>
                <td>{shareText(share)}</td>
                <td>{kelvinText(kelvin)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
