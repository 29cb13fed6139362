const PAGE =
  /^(https?:\/\/)?([\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,}(:\d{1,5})?([/?#]\S*)?$/iu;

/** True for what a browser could open: a host name, with or without `https://` and a path. */
export function isHomePage(text: string): boolean {
  return PAGE.test(text);
}

/** The address to open, always http or https, or null when the stored text is none. */
export function homePageLink(homePage: string): string | null {
  if (!isHomePage(homePage)) return null;
  return /^https?:\/\//i.test(homePage) ? homePage : `https://${homePage}`;
}
