/** The allowed imports of ARCHITECTURE.md, in a form that a program can hold us to. */
export interface Layer {
  readonly name: string;
  /** Files of the layer, as paths from the repository's root. */
  readonly files: RegExp;
  /** Layers it may import, with those below them ("shared/sync" brings "shared/sync/wire"), and its own. */
  readonly may: readonly string[];
  /** Layers of which it may import types, nothing that runs. */
  readonly mayType?: readonly string[];
  /** Its files may not import each other. */
  readonly alone?: boolean;
  /** npm packages (a prefix counts up to a slash). Absent: any that PACKAGE_HOMES does not keep elsewhere. */
  readonly packages?: readonly string[];
  /** May use Node's own modules. */
  readonly node?: boolean;
}

const CORE = ["shared/core"];
const SHARED = [
  ...CORE,
  "shared/directory",
  "shared/entities",
  "shared/domain",
  "shared/sync",
  "shared/commands",
  "shared/ipc",
  "shared/vcard",
  "shared/table",
  "shared/demo",
];

/** First match wins: the narrower folder stands above the wider one. */
export const LAYERS: readonly Layer[] = [
  { name: "shared/core", files: /^shared\/core\//, may: [], packages: ["zod"] },
  {
    // Frozen: what a migration imports could change under it.
    name: "shared/entities/migrations",
    files: /^shared\/entities\/migrations\//,
    may: [],
    alone: true,
    packages: [],
  },
  {
    name: "shared/directory",
    files: /^shared\/directory\//,
    may: CORE,
    packages: ["zod"],
  },
  {
    name: "shared/entities",
    files: /^shared\/entities\//,
    may: [...CORE, "shared/entities/migrations"],
    packages: ["zod"],
  },
  {
    name: "shared/domain",
    files: /^shared\/domain\//,
    may: [...CORE, "shared/directory", "shared/entities"],
    packages: ["zod", "libphonenumber-js", "stdnum"],
  },
  {
    // The demo company: on a demo server, and as samples in a notebook.
    name: "shared/demo",
    files: /^shared\/demo\//,
    may: [...CORE, "shared/directory", "shared/entities", "shared/domain"],
    packages: [],
  },
  {
    name: "shared/vcard",
    files: /^shared\/vcard\//,
    may: [...CORE, "shared/entities", "shared/domain"],
    packages: [],
  },
  {
    name: "shared/table",
    files: /^shared\/table\//,
    may: [
      ...CORE,
      "shared/directory",
      "shared/entities",
      "shared/domain",
      "shared/vcard",
    ],
    packages: ["fflate"],
  },
  {
    // What crosses both wires: the server's and the bridge's.
    name: "shared/sync/wire",
    files: /^shared\/sync\/(protocol|snapshot|status|reply)\.ts$/,
    may: [...CORE, "shared/entities"],
    packages: ["zod"],
  },
  {
    name: "shared/sync",
    files: /^shared\/sync\//,
    may: [...CORE, "shared/entities", "shared/domain", "shared/sync/wire"],
    packages: ["zod"],
  },
  {
    // What can be done, its names and its keys: the menu of the one process and the keys of the other.
    name: "shared/commands",
    files: /^shared\/commands\//,
    may: [],
    packages: [],
  },
  {
    name: "shared/ipc",
    files: /^shared\/ipc\//,
    may: [...CORE, "shared/commands", "shared/entities", "shared/sync/wire"],
    packages: ["zod"],
  },

  {
    name: "electron/preload",
    files: /^electron\/preload\.ts$/,
    may: ["shared/ipc"],
    packages: ["electron"],
  },
  {
    name: "electron",
    files: /^electron\//,
    may: SHARED,
    node: true,
  },

  {
    name: "renderer/main",
    files: /^renderer\/main\.tsx$/,
    may: ["renderer", ...SHARED],
  },
  {
    name: "renderer/app",
    files: /^renderer\/app\//,
    may: [
      "renderer/pages",
      "renderer/features",
      "renderer/ui",
      "renderer/platform",
      "renderer/i18n",
      ...SHARED,
    ],
    mayType: ["renderer/local-store", "renderer/sync"],
  },
  {
    name: "renderer/pages",
    files: /^renderer\/pages\//,
    may: ["renderer/features", "renderer/ui", "renderer/i18n", ...SHARED],
  },
  {
    // These two show the engine's state; every other feature only saves.
    name: "renderer/features/sync",
    files: /^renderer\/features\/(sync|connect)\//,
    may: [
      "renderer/sync",
      "renderer/ui",
      "renderer/local-store",
      "renderer/platform",
      "renderer/i18n",
      ...SHARED,
    ],
  },
  {
    name: "renderer/features",
    files: /^renderer\/features\/[^/]+\//,
    may: [
      "renderer/ui",
      "renderer/local-store",
      "renderer/platform",
      "renderer/i18n",
      ...SHARED,
    ],
  },
  {
    name: "renderer/ui",
    files: /^renderer\/ui\//,
    may: ["renderer/i18n", ...CORE],
  },
  {
    name: "renderer/local-store",
    files: /^renderer\/local-store\//,
    may: ["renderer/platform", ...SHARED],
  },
  {
    name: "renderer/sync",
    files: /^renderer\/sync\//,
    may: ["renderer/local-store", "renderer/platform", ...SHARED],
  },
  {
    name: "renderer/platform",
    files: /^renderer\/platform\//,
    may: SHARED,
  },
  {
    name: "renderer/i18n",
    files: /^renderer\/i18n\//,
    may: SHARED,
  },

  {
    name: "server",
    files: /^server\//,
    may: SHARED,
    node: true,
  },
  {
    // Runs before anything is installed.
    name: "build/bootstrap",
    files: /^build\/.*\.mjs$/,
    may: [],
    packages: [],
    node: true,
  },
  {
    // The smoke run drives the app the way the tests do; an update is told of in the app's own words.
    name: "build",
    files: /^build\//,
    may: ["tests/helpers", "renderer/i18n", ...SHARED],
    node: true,
  },
  {
    name: "tests/helpers",
    files: /^tests\/helpers\//,
    may: ["*"],
    node: true,
  },
  { name: "tests", files: /^tests\//, may: ["*"], node: true },
];

/** Packages that only these layers may import, wherever else everything is allowed. */
export const PACKAGE_HOMES: readonly {
  readonly packages: RegExp;
  readonly layers: RegExp;
}[] = [
  // Features write through commands; only the store knows what stores.
  { packages: /^(rxdb|dexie|rxjs)(\/|$)/, layers: /^renderer\/local-store$/ },
  { packages: /^electron(\/|$)/, layers: /^electron/ },
  {
    packages:
      /^(react|react-dom|react-i18next|@mui\/.*|@emotion\/.*|@tanstack\/.*|@fontsource.*)(\/|$)/,
    layers: /^renderer/,
  },
  {
    packages: /^(hono|@hono\/.*|@electric-sql\/.*|pg|postgres)(\/|$)/,
    layers: /^server$/,
  },
  {
    packages: /^(vite|vitest|@vitejs\/.*)(\/|$)/,
    layers: /^build$/,
  },
  {
    packages: /^(playwright-core|@axe-core\/.*|fast-check|ical\.js)(\/|$)/,
    layers: /^$/,
  },
];

export function layerOf(file: string): Layer | undefined {
  return LAYERS.find((layer) => layer.files.test(file));
}
