// `make-package.ts unpacked|deb|rpm|papers ORDER`: one step of `npm run dist`, ORDER being a PackageOrder as JSON.
import { build, Platform, type CliOptions } from "electron-builder";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { builderConfig, type PackageOrder } from "./builder-config.ts";
import { assertFuses } from "./fuses.ts";
import { billOfMaterials } from "./sbom.ts";
import { checksums } from "./checksums.ts";
import { assertSealed } from "./sealed-build.ts";

const root = path.resolve(import.meta.dirname, "../..");
const [step, json = ""] = process.argv.slice(2);
const order = JSON.parse(json) as PackageOrder;

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
  const sums = await checksums(order.output);
  writeFileSync(path.join(order.output, "SHA256SUMS"), sums);
} else if (step === "deb" || step === "rpm") {
  const targets = Platform.LINUX.createTarget(step);
  await build({ ...common, targets, prepackaged: unpacked });
} else {
  const targets = Platform.LINUX.createTarget("dir");
  await build({ ...common, targets });
  await assertFuses(path.join(unpacked, "carnet"));
}
