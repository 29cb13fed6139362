import {
  createTheme,
  type Components,
  type PaletteOptions,
  type Theme,
  type ThemeOptions,
} from "@mui/material/styles";
import { dark, light } from "./palette.ts";
import { darkContrast, lightContrast } from "./palette-contrast.ts";

const FONT =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif';

/** One visible ring for everything that can have the focus; 2 px off, so that it stands on the surface around it. */
const ring = (theme: Theme) => ({
  outline: `2px solid ${theme.vars?.palette.primary.main ?? ""}`,
  outlineOffset: 2,
});

const innerRing = (theme: Theme) => ({ ...ring(theme), outlineOffset: -2 });

const components: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      "html, body, #root": { height: "100%" },
      body: {
        overflow: "hidden",
        fontFeatureSettings: '"cv05", "cv08", "ss03"',
        WebkitFontSmoothing: "antialiased",
      },
      ":focus-visible": ring(theme),
      "::selection": {
        backgroundColor: theme.vars?.palette.primary.main ?? "",
        color: theme.vars?.palette.primary.contrastText ?? "",
      },
      "::-webkit-scrollbar": { width: 10, height: 10 },
      "::-webkit-scrollbar-thumb": {
        backgroundColor: theme.vars?.palette.surface.outline ?? "",
        backgroundClip: "content-box",
        border: "3px solid transparent",
        borderRadius: 5,
      },
      // The system paints with its own colours: what was only a background becomes a border or a ring.
      "@media (forced-colors: active)": {
        ":focus-visible, .Mui-focusVisible": {
          outline: "2px solid Highlight !important",
        },
        "[aria-selected=true], [aria-current=page], [aria-pressed=true]": {
          outline: "1px solid Highlight",
          outlineOffset: -1,
        },
        "mark, ::-webkit-scrollbar-thumb": {
          forcedColorAdjust: "none",
          backgroundColor: "Highlight",
          color: "HighlightText",
        },
      },
      "@media (prefers-reduced-motion: reduce)": {
        "*, *::before, *::after": {
          animationDuration: "0.01ms !important",
          transitionDuration: "0.01ms !important",
        },
      },
    }),
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: ({ theme }) => ({
        fontFamily: FONT,
        "&.Mui-focusVisible": ring(theme),
      }),
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { borderRadius: 7, minHeight: 32, padding: "4px 12px" },
      outlined: ({ theme }) => ({
        borderColor: theme.vars?.palette.surface.outline ?? "",
      }),
      sizeSmall: { minHeight: 28, padding: "2px 9px", fontSize: 13 },
      startIcon: { marginRight: 6, "& > *:nth-of-type(1)": { fontSize: 18 } },
      endIcon: { "& > *:nth-of-type(1)": { fontSize: 11 } },
    },
  },
  MuiIconButton: {
    defaultProps: { size: "small" },
    styleOverrides: {
      root: { borderRadius: 7, minWidth: 28, minHeight: 28 },
    },
  },
  MuiTextField: { defaultProps: { size: "small", fullWidth: true } },
  MuiToggleButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 34,
        padding: "4px 12px",
        fontSize: 13,
        textTransform: "none",
        color: theme.vars?.palette.text.primary ?? "",
        borderColor: theme.vars?.palette.surface.outline ?? "",
        "&.Mui-selected, &.Mui-selected:hover": {
          backgroundColor: theme.vars?.palette.surface.selected ?? "",
          color: theme.vars?.palette.primary.main ?? "",
          fontWeight: 650,
        },
      }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: { borderRadius: 7, fontSize: 14 },
      input: { paddingTop: 7, paddingBottom: 7 },
      notchedOutline: ({ theme }) => ({
        borderColor: theme.vars?.palette.surface.outline ?? "",
      }),
    },
  },
  MuiInputLabel: { styleOverrides: { sizeSmall: { lineHeight: "1.3em" } } },
  MuiFormHelperText: {
    styleOverrides: { root: { marginLeft: 2, marginTop: 3, fontSize: 12 } },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: "none" } },
  },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        borderRadius: 12,
        border: `1px solid ${theme.vars?.palette.divider ?? ""}`,
        boxShadow: "0 1px 2px rgb(0 0 0 / 0.08), 0 16px 48px rgb(0 0 0 / 0.18)",
      }),
    },
  },
  MuiDialogTitle: {
    styleOverrides: {
      root: { fontSize: 17, fontWeight: 650, padding: "18px 22px 8px" },
    },
  },
  MuiDialogContent: {
    styleOverrides: {
      root: {
        padding: "8px 22px 16px",
        // Room for the first field's label, which stands on its border.
        ".MuiDialogTitle-root + &": { paddingTop: 8 },
      },
    },
  },
  MuiDialogActions: {
    styleOverrides: { root: { padding: "12px 22px 18px", gap: 4 } },
  },
  MuiMenu: {
    styleOverrides: {
      paper: ({ theme }) => ({
        border: `1px solid ${theme.vars?.palette.divider ?? ""}`,
        boxShadow: "0 8px 28px rgb(0 0 0 / 0.14)",
        borderRadius: 9,
        marginTop: 4,
      }),
      list: { padding: 5 },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 6,
        minHeight: 32,
        fontSize: 14,
        "&.Mui-focusVisible": innerRing(theme),
      }),
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      inputRoot: {
        "&.MuiOutlinedInput-root.MuiInputBase-sizeSmall": {
          paddingTop: 4.5,
          paddingBottom: 4.5,
        },
      },
      paper: ({ theme }) => ({
        border: `1px solid ${theme.vars?.palette.divider ?? ""}`,
        boxShadow: "0 8px 28px rgb(0 0 0 / 0.14)",
        borderRadius: 9,
        marginTop: 4,
      }),
      option: { fontSize: 14, minHeight: "34px !important" },
    },
  },
  MuiTooltip: {
    // A hint describes; the name is what one sees or the explicit aria-label.
    defaultProps: { enterDelay: 500, describeChild: true },
    styleOverrides: {
      tooltip: ({ theme }) => ({
        backgroundColor: theme.vars?.palette.text.primary ?? "",
        color: theme.vars?.palette.background.paper ?? "",
        fontSize: 12,
        fontWeight: 450,
        borderRadius: 6,
        padding: "5px 8px",
      }),
    },
  },
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: 36 },
      indicator: { height: 2, borderRadius: 2 },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        minHeight: 36,
        minWidth: 0,
        padding: "6px 10px",
        fontWeight: 550,
        "&.Mui-focusVisible": innerRing(theme),
      }),
    },
  },
  // What is outside its box would be cut off: the ring, too.
  MuiSwitch: {
    defaultProps: { size: "small" },
    styleOverrides: { root: { overflow: "visible" } },
  },
  MuiLink: { defaultProps: { underline: "hover" } },
};

const options: ThemeOptions = {
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    h1: {
      fontSize: 24,
      lineHeight: 1.2,
      fontWeight: 650,
      letterSpacing: "-0.021em",
    },
    h2: {
      fontSize: 16,
      lineHeight: 1.35,
      fontWeight: 650,
      letterSpacing: "-0.011em",
    },
    h3: { fontSize: 13, lineHeight: 1.4, fontWeight: 650 },
    subtitle1: { fontSize: 14, fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: 14, lineHeight: 1.5, letterSpacing: "-0.006em" },
    body2: { fontSize: 13, lineHeight: 1.45, letterSpacing: "-0.003em" },
    caption: { fontSize: 12, lineHeight: 1.4, letterSpacing: 0 },
    button: {
      textTransform: "none",
      fontWeight: 550,
      fontSize: 14,
      letterSpacing: "-0.006em",
    },
  },
  components,
};

/** Both colour schemes in one theme; which one shows is the person's setting. */
const themeOf = (ofLight: PaletteOptions, ofDark: PaletteOptions) =>
  createTheme({
    ...options,
    cssVariables: { colorSchemeSelector: "data-theme" },
    colorSchemes: { light: { palette: ofLight }, dark: { palette: ofDark } },
  });

export const theme = themeOf(light, dark);
export const strongTheme = themeOf(lightContrast, darkContrast);

/** The same for another window: what MUI puts in front of everything is put in front of that one's page. */
export function within(usual: Theme, body: HTMLElement): Theme {
  const inside = { defaultProps: { container: body } };
  return {
    ...usual,
    components: { ...usual.components, MuiModal: inside, MuiDialog: inside },
  };
}
