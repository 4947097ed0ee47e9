import {
  Anchor,
  Button,
  Container,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Paper,
} from '@mantine/core';

/** The deep green of a lacquered table: the one colour of what can be acted on. */
const pine: MantineColorsTuple = [
  '#eaf6f5',
  '#d3eae8',
  '#a6d5d1',
  '#74bfb9',
  '#48a39d',
  '#278a85',
  '#15716f',
  '#0f5d5e',
  '#0f5257',
  '#0b3f45',
];

/** Greys with a little of that green in them. */
const gray: MantineColorsTuple = [
  '#f7f8f7',
  '#eef1f0',
  '#e0e5e3',
  '#cdd5d2',
  '#b3bfbb',
  '#8d9b97',
  '#66736f',
  '#4a5652',
  '#333d3a',
  '#1f2725',
];

const dark: MantineColorsTuple = [
  '#dfe7e5',
  '#b9c5c2',
  '#9caaa6',
  '#74837f',
  '#3f4d4a',
  '#33403d',
  '#26312f',
  '#1b2422',
  '#141b1a',
  '#0d1312',
];

export const theme = createTheme({
  colors: { pine, gray, dark },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.2,
  white: '#ffffff',
  black: '#17201e',
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600', textWrap: 'balance' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Container: Container.extend({ defaultProps: { size: 'lg' } }),
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg', p: 'lg' } }),
    // By name: the components themselves would come with the first page, which has none of them.
    InputDescription: { defaultProps: { fz: 'sm' } },
    InputError: { defaultProps: { fz: 'sm' } },
    // As high as the buttons beside them.
    Input: {
      vars: (_: unknown, { size }: { size?: string }) => ({
        wrapper: size === 'sm' ? { '--input-height': 'var(--input-height-md)' } : {},
      }),
    },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
    // A dialog's header is no banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    Popover: { defaultProps: { shadow: 'md', withinPortal: true } },
  },
});

/** Meanings of colours, each readable on the page's ground and on its own in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbf9',
    '--mantine-color-text': '#17201e',
    '--mantine-color-dimmed': '#55625e',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-error': '#a3262a',
    '--mantine-color-anchor': '#0f5d5e',
    '--surface': '#ffffff',
    '--brand-ground': '#0f5257',
    '--brand-text': '#ffffff',
    '--brand-mark': '#f0c46a',
    '--calm-ground': '#e3f1ef',
    '--calm-text': '#0b4a4c',
    '--soon-ground': '#fdf0d3',
    '--soon-text': '#714a00',
    '--late-ground': '#fbe5e3',
    '--late-text': '#8f1d22',
    '--quiet-ground': '#eceff0',
    '--quiet-text': '#414b48',
    '--info-ground': '#e4ecf8',
    '--info-text': '#1f4479',
  },
  dark: {
    '--mantine-color-body': '#121917',
    '--mantine-color-text': '#e4ebe9',
    '--mantine-color-dimmed': '#a3b1ad',
    '--mantine-color-placeholder': '#93a19d',
    '--mantine-color-error': '#ff9a94',
    '--mantine-color-anchor': '#7fcfc8',
    '--surface': '#1a2321',
    '--brand-ground': '#0d3437',
    '--brand-text': '#f1f6f5',
    '--brand-mark': '#f0c46a',
    '--calm-ground': '#173a39',
    '--calm-text': '#a9dfd9',
    '--soon-ground': '#3d2f0f',
    '--soon-text': '#f6d58c',
    '--late-ground': '#451d1e',
    '--late-text': '#ffb4ae',
    '--quiet-ground': '#2a3432',
    '--quiet-text': '#c6d0cd',
    '--info-ground': '#1c2f4d',
    '--info-text': '#b4cdf5',
  },
});
