/** Windows of this width and less, or wider ones zoomed in (1280 px at 200 % are 640). */
export const SNUG = "@media (max-width: 1060px)";
/** One pane at a time. */
export const NARROW = "@media (max-width: 820px)";
