import { CloseButton } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { IssueList } from './IssueList';
import classes from './stage.module.css';

/** An edit that was not made because it would break the site, and why. */
export function RefusalNotice() {
  const { t } = useTranslation();
  const refused = useDocument((state) => state.refused);
  const dismiss = useDocument((state) => state.dismissRefusal);
  if (refused === null) return null;
  return (
    <div className={classes.banner} role="alert" data-testid="refused">
      <IconBan size={20} aria-hidden="true" />
      <div className={classes.bannerBody}>
        <div className={classes.bannerTitle}>{t('refused.title', { edit: refused.label })}</div>
        <IssueList issues={refused.issues.filter((issue) => issue.severity === 'error').slice(0, 4)} />
      </div>
      <CloseButton size="sm" aria-label={t('refused.dismiss')} onClick={dismiss} />
    </div>
  );
}
