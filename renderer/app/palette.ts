import type { PaletteOptions } from "@mui/material/styles";

/**
 * The only place with colours. Petrol on warm neutrals; amber, red and green only ever say something, always beside
 * words. Texts reach 4.5:1 and outlines, icons and focus rings 3:1 on every surface they are used on.
 */
export interface Surfaces {
  /** Navigation, status bar, group backgrounds: a shade below the paper. */
  readonly sunken: string;
  readonly hover: string;
  /** Chosen row or entry. */
  readonly selected: string;
  /** Outlines of things one types into or clicks on. */
  readonly outline: string;
}

/** Quiet backgrounds behind a coloured word. */
export interface Softs {
  readonly primary: string;
  readonly neutral: string;
  readonly warning: string;
  readonly error: string;
  readonly success: string;
}

declare module "@mui/material/styles" {
  interface Palette {
    surface: Surfaces;
    soft: Softs;
  }
  interface PaletteOptions {
    surface: Surfaces;
    soft: Softs;
  }
}

export const light: PaletteOptions = {
  primary: {
    main: "#0d5c60",
    light: "#3d8285",
    dark: "#08454a",
    contrastText: "#ffffff",
  },
  secondary: { main: "#6b5b3e", contrastText: "#ffffff" },
  warning: { main: "#8a5200", contrastText: "#ffffff" },
  error: { main: "#b02a21", contrastText: "#ffffff" },
  success: { main: "#2a6b3c", contrastText: "#ffffff" },
  info: { main: "#0d5c60", contrastText: "#ffffff" },
  text: { primary: "#1c2321", secondary: "#565e5a", disabled: "#8b918d" },
  background: { default: "#faf9f6", paper: "#ffffff" },
  divider: "#e5e0d7",
  action: {
    hover: "#f3f0ea",
    selected: "#e4efed",
    active: "#565e5a",
    disabled: "#9a9f9b",
    disabledBackground: "#eeebe4",
  },
  surface: {
    sunken: "#f2efe9",
    hover: "#f3f0ea",
    selected: "#e4efed",
    outline: "#85857c",
  },
  soft: {
    primary: "#e1eeec",
    neutral: "#efece5",
    warning: "#fbf0d9",
    error: "#fbe8e5",
    success: "#e2f0e4",
  },
};

export const dark: PaletteOptions = {
  primary: {
    main: "#74c8c1",
    light: "#9adbd5",
    dark: "#4ba39d",
    contrastText: "#04302f",
  },
  secondary: { main: "#d0bd97", contrastText: "#2a2314" },
  warning: { main: "#e6b566", contrastText: "#2f2107" },
  error: { main: "#f39a90", contrastText: "#3c0f0b" },
  success: { main: "#8ecb9a", contrastText: "#0d2a15" },
  info: { main: "#74c8c1", contrastText: "#04302f" },
  text: { primary: "#e9e6df", secondary: "#a9afaa", disabled: "#757c78" },
  background: { default: "#161918", paper: "#1c201f" },
  divider: "#303634",
  action: {
    hover: "#252a29",
    selected: "#20393a",
    active: "#a9afaa",
    disabled: "#69706c",
    disabledBackground: "#272c2a",
  },
  surface: {
    sunken: "#121514",
    hover: "#252a29",
    selected: "#203738",
    outline: "#727b77",
  },
  soft: {
    primary: "#1d3838",
    neutral: "#282d2b",
    warning: "#3a2e17",
    error: "#3e2320",
    success: "#1f3424",
  },
};
