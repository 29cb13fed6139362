import type { Configuration } from "electron-builder";
import path from "node:path";
import { afterExtract } from "./after-extract.ts";
import { fuses } from "./fuses.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** What `npm run dist` hands over. Folders are absolute. */
export interface PackageOrder {
  readonly version: string;
  readonly output: string;
  /** The folder of the Electron to be packed, and its version. */
  readonly electron: string;
  readonly electronVersion: string;
}

/** `productName` has no space: links to a program with one in its path do not open (xdg-open). */
export function builderConfig(order: PackageOrder): Configuration {
  return {
    appId: "ch.carnet.app",
    productName: "Carnet",
    electronDist: order.electron,
    electronVersion: order.electronVersion,
    directories: { output: order.output, buildResources: "build/dist" },
    extraMetadata: {
      version: order.version,
      homepage: "https://carnet.example",
      // Desktops find a window's entry, and with it its icon, by this name.
      desktopName: "carnet.desktop",
    },
    // Everything is bundled into dist/.
    files: [
      "dist/electron/**",
      "dist/renderer/**",
      "package.json",
      "!node_modules/**",
      "!**/*.map",
    ],
    // Beside Electron's LICENSE.electron.txt and LICENSES.chromium.html.
    extraFiles: [
      { from: "LICENSE", to: "LICENSE.carnet.txt" },
      { from: "dist/third-party-notices.txt", to: "THIRD-PARTY-NOTICES.txt" },
    ],
    asar: true,
    npmRebuild: false,
    publish: null,
    afterExtract,
    electronFuses: fuses,
    protocols: [{ name: "Carnet", schemes: ["carnet"] }],
    linux: {
      executableName: "carnet",
      icon: "build/dist/icons",
      category: "Office",
      synopsis: "Customers, visits and tasks, also without a network",
      maintainer: "Carnet contributors <packages@carnet.example>",
      syncDesktopName: true,
      // The system knows which files these are (shared-mime-info): no definition of ours, only the wish to open them.
      mimeTypes: ["text/vcard"],
      desktop: {
        entry: {
          "Comment[fr]": "Clients, visites et tâches, même sans réseau",
          "Comment[de]": "Kunden, Besuche und Aufgaben, auch ohne Netz",
          "Comment[it]": "Clienti, visite e attività, anche senza rete",
          Keywords: "CRM;contacts;visites;Kontakte;Besuche;contatti;visite;",
          StartupNotify: "true",
        },
      },
    },
    deb: {
      packageCategory: "misc",
      // electron-builder's list, and what the executable links besides (ldd): libgbm1, libasound2. The second names are
      // those of Debian 13 and Ubuntu 24.04.
      depends: [
        "libasound2 | libasound2t64",
        "libatspi2.0-0 | libatspi2.0-0t64",
        "libgbm1",
        "libgtk-3-0 | libgtk-3-0t64",
        "libnotify4",
        "libnss3",
        "libsecret-1-0",
        "libuuid1",
        "libxss1",
        "libxtst6",
        "xdg-utils",
      ],
      // Keeps the list of which program opens what.
      recommends: ["desktop-file-utils"],
      fpm: [`${path.join(root, "LICENSE")}=/usr/share/doc/carnet/copyright`],
    },
    mac: {
      category: "public.app-category.business",
      fileAssociations: [
        { ext: "vcf", name: "vCard", role: "Viewer", rank: "Alternate" },
      ],
    },
  };
}
