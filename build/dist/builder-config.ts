import type { Configuration } from "electron-builder";
import path from "node:path";
import { afterExtract } from "./after-extract.ts";
import { BACKUP_ENDING } from "../../shared/ipc/backup.ts";
import { fuses } from "./fuses.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** What `npm run dist` hands over. Folders are absolute. */
export interface PackageOrder {
  readonly version: string;
  readonly output: string;
  /** The folder of the Electron to be packed, and its version. */
  readonly electron: string;
  readonly electronVersion: string;
  /** With them a package replaces itself by newer ones; without, it contacts nobody. */
  readonly updates?: {
    /** Absent: only where the person says. */
    readonly address?: string;
    /** Whose signature counts: Ed25519, SubjectPublicKeyInfo in base64. */
    readonly publicKey: string;
  };
}

/** What electron-builder wants to know of a server that only a setting names. */
const NOWHERE = "https://updates.invalid/";

/** electron-builder's own need bash, which rpm's scriptlets do not get, and clear up behind an update, too. */
const scripts = {
  afterInstall: "build/dist/linux/after-install.sh",
  afterRemove: "build/dist/linux/after-remove.sh",
};

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
      ...(order.updates ? { carnetUpdates: order.updates } : {}),
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
    // Writes which package it is into the package. Its feed is not signed: feed.ts makes ours.
    publish: order.updates
      ? { provider: "generic", url: order.updates.address ?? NOWHERE }
      : null,
    afterExtract,
    electronFuses: fuses,
    protocols: [{ name: "Carnet", schemes: ["carnet"] }],
    fileAssociations: [
      {
        ext: BACKUP_ENDING,
        mimeType: "application/vnd.carnet.backup",
        ...{ name: "Carnet backup", description: "Carnet backup" },
        role: "Viewer",
      },
    ],
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
      ...scripts,
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
    rpm: {
      ...scripts,
      // The libraries of deb.depends under Fedora's and openSUSE's names; a package manager takes the one that it has.
      depends: [
        "(alsa-lib or libasound2)",
        "(at-spi2-core or libatspi0)",
        "(mesa-libgbm or libgbm1)",
        "(gtk3 or libgtk-3-0)",
        "(libnotify or libnotify4)",
        "(nss or mozilla-nss)",
        "(libsecret or libsecret-1-0)",
        "(libuuid or libuuid1)",
        "(libXScrnSaver or libXss1)",
        "(libXtst or libXtst6)",
        "xdg-utils",
      ],
      fpm: [`${path.join(root, "LICENSE")}=/usr/share/licenses/carnet/LICENSE`],
    },
    win: {
      target: [{ target: "nsis", arch: ["x64", "arm64"] }],
      // Where there is no certificate, electron-builder leaves it unsigned and says so; a release sets WIN_CSC_LINK.
      verifyUpdateCodeSignature: true,
      fileAssociations: [
        { ext: "vcf", name: "vCard", description: "vCard", role: "Viewer" },
      ],
    },
    nsis: {
      oneClick: false,
      // A feed names no file with a blank in it; electron-builder's own name has two.
      artifactName: "${productName}-Setup-${version}.${ext}",
      // Without it Windows does not tell the app of .vcf files.
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      // Data outlives the program.
      deleteAppDataOnUninstall: false,
    },
    dmg: { writeUpdateInfo: true },
    mac: {
      category: "public.app-category.business",
      // macOS updates from the zip; people install from the dmg.
      target: [
        { target: "dmg", arch: ["x64", "arm64"] },
        { target: "zip", arch: ["x64", "arm64"] },
      ],
      // Signed and notarised where APPLE_ID and CSC_LINK are set; macOS takes no update that is not.
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: "build/dist/entitlements.mac.plist",
      entitlementsInherit: "build/dist/entitlements.mac.plist",
      notarize: true,
      fileAssociations: [
        { ext: "vcf", name: "vCard", role: "Viewer", rank: "Alternate" },
      ],
    },
  };
}
