export const sourceFolders = [
  "electron",
  "renderer",
  "shared",
  "server",
  "build",
  "tests",
];

/** Planted faults are there to be wrong, and Electron's stand-in is CommonJS. */
export const unlinted = ["tests/canary", "build/default-app"];

/** Prose is not formatted: it breaks where its author breaks it. Data stay as they came. */
export const formatted = [
  "package.json",
  "tsconfig.json",
  ...sourceFolders.map((folder) => `${folder}/**/*.{ts,tsx,mjs,cjs,json,html}`),
  "!tests/canary/**",
  "!shared/directory/post-code-data.ts",
];
