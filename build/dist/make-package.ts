// `make-package.ts unpacked|deb|rpm|papers ORDER`: one step of `npm run dist`, ORDER being a PackageOrder as JSON.
import { build, Platform, type CliOptions } from "electron-builder";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builderConfig, type PackageOrder } from "./builder-config.ts";
import { assertFuses } from "./fuses.ts";
import { deCHHelp } from "../../renderer/i18n/de-CH-help.ts";
import { enHelp } from "../../renderer/i18n/en-help.ts";
import { frCHHelp } from "../../renderer/i18n/fr-CH-help.ts";
import { itCHHelp } from "../../renderer/i18n/it-CH-help.ts";
import { billOfMaterials } from "./sbom.ts";
import { checksums } from "./checksums.ts";
import { notesByLanguage } from "./release-notes.ts";
import { assertSealed } from "./sealed-build.ts";
import { publicKeyOf, readSigningKey, signFile } from "./signing.ts";
import { writeFeeds } from "./update-feed.ts";

const root = path.resolve(import.meta.dirname, "../..");
const [step, json = ""] = process.argv.slice(2);
/** `signingKey`: the file of the key that updates are signed with; without it packages do not replace themselves. */
const { signingKey, address, ...ordered } = JSON.parse(json) as Omit<
  PackageOrder,
  "updates"
> & { readonly signingKey?: string; readonly address?: string };
const key = signingKey === undefined ? null : readSigningKey(signingKey);
const order: PackageOrder = {
  ...ordered,
  ...(key && {
    updates: {
      publicKey: publicKeyOf(key),
      ...(address === undefined ? {} : { address }),
    },
  }),
};

assertSealed(path.join(root, "dist"));
const common: CliOptions = {
  projectDir: root,
  config: builderConfig(order),
  publish: "never",
};
const unpacked = path.join(order.output, "linux-unpacked");
if (step === "papers") {
  const bill = JSON.stringify(billOfMaterials(root, order), null, 2);
  const name = `carnet-${order.version}.cdx.json`;
  writeFileSync(path.join(order.output, name), `${bill}\n`);
  const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
  if (key)
    await writeFeeds({
      ...{ folder: order.output, version: order.version, key },
      at: new Date(),
      notes: notesByLanguage({
        ...{ changelog, version: order.version },
        texts: {
          en: enHelp,
          "fr-CH": frCHHelp,
          "de-CH": deCHHelp,
          "it-CH": itCHHelp,
        },
      }),
    });
  cpSync(
    path.join(root, "dist/third-party-notices.txt"),
    path.join(order.output, "THIRD-PARTY-NOTICES.txt"),
  );
  const install = readFileSync(
    path.join(root, "build/dist/linux/INSTALL.txt"),
    "utf8",
  );
  writeFileSync(
    path.join(order.output, "INSTALL.txt"),
    install.replaceAll("VERSION", order.version),
  );
  const sums = path.join(order.output, "SHA256SUMS");
  writeFileSync(sums, await checksums(order.output));
  if (key) signFile(sums, key);
} else if (step === "deb" || step === "rpm") {
  const targets = Platform.LINUX.createTarget(step);
  await build({ ...common, targets, prepackaged: unpacked });
} else {
  const targets = Platform.LINUX.createTarget("dir");
  await build({ ...common, targets });
  await assertFuses(path.join(unpacked, "carnet"));
}
