import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { Connection } from "../../shared/ipc/server.ts";
import { diskErrorCode, replaceFile } from "../os/durable-file.ts";
import { seal, unseal } from "../os/sealed-bytes.ts";

const PURPOSE = "carnet/device";

/** Who this device works for, and the token by which the server knows it again. */
const Device = z.object({
  connection: Connection.unwrap(),
  refresh: z.string(),
  /** Its private key (`device-key.ts`); absent on devices connected before there was one, until their first renewal. */
  key: z.string().optional(),
});
export type Device = z.infer<typeof Device>;

/** The sealed file that keeps it. `write` is durable when it resolves and leaves the old content when it rejects. */
export interface DeviceFile {
  read(): Promise<Device | null>;
  write(device: Device): Promise<void>;
  remove(): Promise<void>;
}

/** A file that was sealed with another key or damaged counts as none: the person connects again, nothing else is lost. */
export function openDeviceFile(file: string, key: Uint8Array): DeviceFile {
  return {
    read: async () => {
      try {
        const plain = unseal(key, PURPOSE, await readFile(file));
        if (plain === null) return null;
        return Device.parse(JSON.parse(plain.toString("utf8")));
      } catch (error) {
        if (diskErrorCode(error) !== "" && diskErrorCode(error) !== "ENOENT")
          throw error;
        return null;
      }
    },
    write: (device) =>
      replaceFile(file, seal(key, PURPOSE, JSON.stringify(device))),
    remove: () => rm(file, { force: true }),
  };
}
