import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Neutral with a breath of blue: colour is kept for temperature. */
const slate: MantineColorsTuple = [
  '#f4f6f8',
  '#e7eaee',
  '#cfd5dc',
  '#b1bac4',
  '#8f9aa7',
  '#6f7c8b',
  '#556270',
  '#414c58',
  '#2d3640',
  '#1b2129',
];

/** Mantine takes the surfaces of its dark theme from these: lightest text first, darkest ground last. */
const dark: MantineColorsTuple = [
  '#e8ebef',
  '#cfd5dc',
  '#a3adb8',
  '#7c8793',
  '#4a545f',
  '#39424c',
  '#242a31',
  '#1c2127',
  '#15191e',
  '#101317',
];

export const mantineTheme = createTheme({
  primaryColor: 'slate',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  // Contrast is reckoned with the shade of the light theme alone; on the pale buttons of the dark one that leaves white.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const neutral = input.color === undefined || input.color === 'slate';
    return input.variant === 'filled' && neutral ? { ...colours, color: 'var(--on-accent)' } : colours;
  },
  colors: { slate, dark },
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace',
  fontSizes: { xs: '11px', sm: '12.5px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 4,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});
