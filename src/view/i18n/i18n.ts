import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { METRIC_DEFINITIONS } from '../../metrics-info/definitions';
import { VALIDATION_WORDS } from '../../validation/words';
import enApp from './en/app.json';
import enCharts from './en/charts.json';
import enControl from './en/control.json';
import enFailures from './en/failures.json';
import enGridStudy from './en/gridStudy.json';
import enHeat from './en/heat.json';
import enLesson from './en/lesson.json';
import enLevers from './en/levers.json';
import enPanels from './en/panels.json';
import enPower from './en/power.json';
import enPrediction from './en/prediction.json';
import enRecirculation from './en/recirculation.json';
import enScene from './en/scene.json';
import enValidation from './en/validation.json';
import zhApp from './zh/app.json';
import zhCases from './zh/cases.json';
import zhCharts from './zh/charts.json';
import zhControl from './zh/control.json';
import zhFailures from './zh/failures.json';
import zhGridStudy from './zh/gridStudy.json';
import zhHeat from './zh/heat.json';
import zhLesson from './zh/lesson.json';
import zhLevers from './zh/levers.json';
import zhMetrics from './zh/metrics.json';
import zhPanels from './zh/panels.json';
import zhPower from './zh/power.json';
import zhPrediction from './zh/prediction.json';
import zhRecirculation from './zh/recirculation.json';
import zhScene from './zh/scene.json';
import zhValidation from './zh/validation.json';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'isotherm.language';

export const resources = {
  en: {
    app: enApp,
    panels: enPanels,
    recirculation: enRecirculation,
    charts: enCharts,
    scene: enScene,
    metrics: METRIC_DEFINITIONS,
    validation: enValidation,
    failures: enFailures,
    gridStudy: enGridStudy,
    heat: enHeat,
    control: enControl,
    prediction: enPrediction,
    power: enPower,
    lesson: enLesson,
    levers: enLevers,
    cases: VALIDATION_WORDS,
  },
  zh: {
    app: zhApp,
    panels: zhPanels,
    recirculation: zhRecirculation,
    charts: zhCharts,
    scene: zhScene,
    metrics: zhMetrics,
    validation: zhValidation,
    failures: zhFailures,
    gridStudy: zhGridStudy,
    heat: zhHeat,
    control: zhControl,
    prediction: zhPrediction,
    power: zhPower,
    lesson: zhLesson,
    levers: zhLevers,
    cases: zhCases,
  },
} as const;

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return LANGUAGES.find((language) => language === stored) ?? null;
  } catch {
    return null; // Storage is blocked: follow the browser.
  }
}

function firstLanguage(): Language {
  return storedLanguage() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

function markDocument(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}

/** Sets the language up from the last choice, else from the browser. All texts ship with the page. */
export function startI18n(): void {
  const language = firstLanguage();
  markDocument(language);
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    ns: [
      'app',
      'panels',
      'recirculation',
      'charts',
      'scene',
      'metrics',
      'validation',
      'failures',
      'gridStudy',
      'control',
      'power',
      'lesson',
      'levers',
      'cases',
    ],
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function chooseLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  markDocument(language);
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is blocked: the choice holds until the page is closed.
  }
}

export function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}
