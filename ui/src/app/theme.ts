/** How the app looks: one accent, small type, tight rows. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The teal of the icon. */
const tower: MantineColorsTuple = [
  '#e6f6f6',
  '#d3e8e9',
  '#a8cfd1',
  '#79b5b9',
  '#529fa4',
  '#3a9197',
  '#288a91',
  '#17767d',
  '#0d5c63',
  '#00474d',
];

export const theme = createTheme({
  primaryColor: 'tower',
  primaryShade: { light: 8, dark: 7 },
  colors: { tower },
  autoContrast: true,
  fontFamily: "'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Arabic', system-ui, sans-serif",
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  // Hints and faults of small fields would be smaller than small type.
  components: {
    InputDescription: { defaultProps: { fz: 'xs' } },
    InputError: { defaultProps: { fz: 'xs' } },
  },
});

/** Quiet text and texts of errors that can be read: at least 4.5 to 1 on every ground of theirs. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5c656c', '--mantine-color-error': '#c92a2a' },
  dark: { '--mantine-color-dimmed': '#a9b3ba', '--mantine-color-error': '#ff8787' },
});
