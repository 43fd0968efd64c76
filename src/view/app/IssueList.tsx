import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../site/issue';
import { issueText } from '../i18n/issue-text';
import classes from './issues.module.css';

/** Problems with their place, what is wrong, and the way out. */
export function IssueList({ issues }: { issues: readonly Issue[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className={classes.list}>
      {issues.map((issue) => {
        const { message, remedy } = issueText(issue, i18n.language);
        const Icon = issue.severity === 'error' ? IconAlertOctagon : IconAlertTriangle;
        return (
          <li
            key={`${issue.code} ${issue.path} ${message}`}
            className={classes.issue}
            data-severity={issue.severity}
            data-code={issue.code}
          >
            <Icon size={16} className={classes.icon} aria-label={t(`issues.${issue.severity}`)} role="img" />
            <div>
              <div className={classes.message}>{message}</div>
              <div className={classes.remedy}>{remedy}</div>
              {issue.path !== '' && <code className={classes.path}>{issue.path}</code>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
