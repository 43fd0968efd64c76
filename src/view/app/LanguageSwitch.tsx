import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/i18n';

/** Switches between English and Chinese; each is named in itself. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      variant="subtle"
      color="slate"
      size="compact-sm"
      onClick={() => chooseLanguage(other)}
      aria-label={t('language.switch')}
      lang={other === 'zh' ? 'zh-Hans' : 'en'}
      data-testid="language"
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
