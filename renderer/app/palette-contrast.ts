import type { PaletteOptions } from "@mui/material/styles";
import { dark, light } from "./palette.ts";

/** High contrast: the same colours, driven apart. Texts reach 7:1, outlines 4.5:1, and lines between parts are drawn. */
export const lightContrast: PaletteOptions = {
  ...light,
  primary: {
    main: "#00383b",
    light: "#0d5c60",
    dark: "#002426",
    contrastText: "#ffffff",
  },
  secondary: { main: "#403415", contrastText: "#ffffff" },
  warning: { main: "#5c3600", contrastText: "#ffffff" },
  error: { main: "#8a0f08", contrastText: "#ffffff" },
  success: { main: "#0f4620", contrastText: "#ffffff" },
  info: { main: "#00383b", contrastText: "#ffffff" },
  text: { primary: "#000000", secondary: "#262b29", disabled: "#4a504d" },
  background: { default: "#ffffff", paper: "#ffffff" },
  divider: "#5c625f",
  action: {
    hover: "#e9e6df",
    selected: "#cfe4e1",
    active: "#000000",
    disabled: "#4a504d",
    disabledBackground: "#e9e6df",
  },
  surface: {
    sunken: "#ffffff",
    hover: "#e9e6df",
    selected: "#cfe4e1",
    outline: "#262b29",
  },
};

export const darkContrast: PaletteOptions = {
  ...dark,
  primary: {
    main: "#a5efe9",
    light: "#c9f7f3",
    dark: "#74c8c1",
    contrastText: "#000000",
  },
  secondary: { main: "#ecdcbb", contrastText: "#000000" },
  warning: { main: "#ffd591", contrastText: "#000000" },
  error: { main: "#ffc2bb", contrastText: "#000000" },
  success: { main: "#b6eec1", contrastText: "#000000" },
  info: { main: "#a5efe9", contrastText: "#000000" },
  text: { primary: "#ffffff", secondary: "#dfe3e0", disabled: "#b3bab6" },
  background: { default: "#000000", paper: "#000000" },
  divider: "#8f9894",
  action: {
    hover: "#262b2a",
    selected: "#124243",
    active: "#ffffff",
    disabled: "#b3bab6",
    disabledBackground: "#262b2a",
  },
  surface: {
    sunken: "#000000",
    hover: "#262b2a",
    selected: "#124243",
    outline: "#dfe3e0",
  },
};
