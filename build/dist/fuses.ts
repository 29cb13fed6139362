import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import type { Configuration } from "electron-builder";

/** What a package leaves open: nothing that starts another program with our name, or ours with another's code. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} satisfies NonNullable<Configuration["electronFuses"]>;

const POSITIONS: Readonly<Record<keyof typeof fuses, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable:
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation:
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot:
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges:
    FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** Reads them back from the executable and throws for the first that is not as wanted. */
export async function assertFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  for (const [name, on] of Object.entries(fuses)) {
    const state = wire[POSITIONS[name as keyof typeof fuses]];
    if (state !== (on ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`the fuse ${name} is not ${on ? "on" : "off"}`);
  }
}
