import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../validation/case';

/** The words of the cases in the language of the reader. */
export function useSpeak(): (label: Label) => string {
  const { t } = useTranslation('cases');
  return useCallback((label: Label) => t(label.key, { ...label.values }), [t]);
}
