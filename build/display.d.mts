/** For the tests, which are typed; the file itself runs before any compiler is there. */
export function openDisplay(options?: { readonly quiet?: boolean }): Promise<{
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}>;
