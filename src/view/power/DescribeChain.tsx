import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PowerStatus } from '../../frame/power';
import { typicalChain } from '../../site/power/typical-chain';
import type { Electrical } from '../../site/schema/energy';
import { useDocument } from '../../store/document';
import classes from './power.module.css';

/** Parts that the site may describe, by the field that holds them. */
const PARTS = ['psu', 'rackPdu', 'pdu', 'switchgear', 'transformer', 'generator'] as const;

function missingParts(electrical: Electrical | undefined): string[] {
  const parts: string[] = PARTS.filter((part) => electrical?.[part] === undefined);
  if (electrical?.ups === undefined) parts.push('ups');
  else if (electrical.ups.battery === undefined) parts.push('battery');
  if (electrical?.feeds === undefined) parts.push('feeds');
  return parts;
}

/** What the site does not say of its chain, and a way to fill it in at once. */
export function DescribeChain({ status }: { status: PowerStatus }) {
  const { t } = useTranslation('power');
  const site = useDocument((state) => state.site);
  const missing = missingParts(site.electrical);
  if (missing.length === 0) return null;
  return (
    <section className={classes.describe} aria-labelledby="power-describe" data-testid="describe-chain">
      <h2 id="power-describe">{t(status.described ? 'describe.titleSome' : 'describe.titleNone')}</h2>
      <p>
        {t('describe.missing', { parts: missing.map((part) => t(`describe.part.${part}`)).join(t('describe.comma')) })}
      </p>
      <Button
        size="xs"
        variant="default"
        onClick={() => useDocument.getState().apply(t('describe.edit'), { ...site, electrical: typicalChain(site) })}
        data-testid="typical-chain"
      >
        {t('describe.typical')}
      </Button>
      <p className={classes.source}>{t('describe.note')}</p>
    </section>
  );
}
