import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBolt,
  IconChecklist,
  IconChevronDown,
  IconDeviceFloppy,
  IconFolderOpen,
  IconGrid4x4,
  IconPlug,
  IconScale,
  IconSchool,
  IconTemperature,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../../store/document';
import { FAILURES_PAGE } from '../failures/page';
import { GRID_STUDY_PAGE } from '../grid-study/GridStudyDialog';
import { HEAT_PAGE } from '../heat/page';
import { LESSON_PAGE } from '../lesson/page';
import { LEVERS_PAGE } from '../levers/page';
import { openHashPage } from '../pages/use-hash-page';
import { POWER_PAGE } from '../power/page';
import { RECIRCULATION_PAGE } from '../recirculation/page';
import { VALIDATION_PAGE } from '../validation/ValidationDialog';
import { BrandMark } from './BrandMark';
import { chooseFile, withUnsavedCheck } from './choose-file';
import { type BundledSite, listBundledSites, openBundledSite } from './open-site';
import { saveSite } from './save-site';
import classes from './top-bar.module.css';

function BundledSites() {
  const { t, i18n } = useTranslation();
  const [sites, setSites] = useState<BundledSite[] | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let wanted = true;
    listBundledSites().then(
      (list) => wanted && setSites(list),
      () => wanted && setSites('failed'),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (sites === 'loading') return <Menu.Item disabled>{t('site.listLoading')}</Menu.Item>;
  if (sites === 'failed') return <Menu.Item disabled>{t('site.listFailed')}</Menu.Item>;
  const text = (site: BundledSite, part: 'name' | 'description') => {
    const key = `bundled.${site.id}.${part}`;
    return i18n.exists(key) ? t(key) : site[part];
  };
  return sites.map((site) => (
    <Menu.Item
      key={site.id}
      onClick={() => withUnsavedCheck(() => void openBundledSite(site.file))}
      data-testid={`open-${site.id}`}
    >
      {text(site, 'name')}
      <div className={classes.menuText}>{text(site, 'description')}</div>
    </Menu.Item>
  ));
}

/** The open site's name, and where to open and save sites. */
export function SiteMenu() {
  const { t } = useTranslation();
  const name = useDocument((state) => state.site.name);
  const loaded = useDocument((state) => state.opened > 0);
  const dirty = useDocument((state) => state.dirty);
  return (
    <Menu position="bottom-start" shadow="md" width={380}>
      <Menu.Target>
        <UnstyledButton className={classes.site} aria-label={t('site.menu')} data-testid="site-menu">
          <BrandMark className={classes.brand} />
          <span className={classes.siteName} data-testid="site-name">
            {loaded ? name : 'Isotherm'}
          </span>
          {dirty && (
            <span className={classes.edited} data-testid="edited">
              {t('site.edited')}
            </span>
          )}
          <IconChevronDown size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFolderOpen size={16} />}
          rightSection="Ctrl+O"
          onClick={chooseFile}
          data-testid="open-file"
        >
          {t('site.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDeviceFloppy size={16} />}
          rightSection="Ctrl+S"
          onClick={saveSite}
          data-testid="save-file"
        >
          {t('site.save')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('site.bundled')}</Menu.Label>
        <BundledSites />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlug size={16} />}
          onClick={() => openHashPage(POWER_PAGE)}
          data-testid="open-power"
        >
          {t('power:menu')}
          <div className={classes.menuText}>{t('power:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTemperature size={16} />}
          onClick={() => openHashPage(HEAT_PAGE)}
          data-testid="open-heat"
        >
          {t('heat:menu')}
          <div className={classes.menuText}>{t('heat:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBolt size={16} />}
          onClick={() => openHashPage(FAILURES_PAGE)}
          data-testid="open-failures"
        >
          {t('failures:menu')}
          <div className={classes.menuText}>{t('failures:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsExchange size={16} />}
          onClick={() => openHashPage(RECIRCULATION_PAGE)}
          data-testid="open-recirculation"
        >
          {t('recirculation:menu')}
          <div className={classes.menuText}>{t('recirculation:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconChecklist size={16} />}
          onClick={() => openHashPage(VALIDATION_PAGE)}
          data-testid="open-validation"
        >
          {t('validation:menu')}
          <div className={classes.menuText}>{t('validation:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconGrid4x4 size={16} />}
          onClick={() => openHashPage(GRID_STUDY_PAGE)}
          data-testid="open-grid-study"
        >
          {t('gridStudy:menu')}
          <div className={classes.menuText}>{t('gridStudy:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSchool size={16} />}
          onClick={() => openHashPage(LESSON_PAGE)}
          data-testid="open-lesson"
        >
          {t('lesson:menu')}
          <div className={classes.menuText}>{t('lesson:menuText')}</div>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconScale size={16} />}
          onClick={() => openHashPage(LEVERS_PAGE)}
          data-testid="open-levers"
        >
          {t('levers:menu')}
          <div className={classes.menuText}>{t('levers:menuText')}</div>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
