import { createMemoryDatabase } from "../simulation/memory/memory-database.ts";
import { createMemoryFileStorage } from "../simulation/memory/memory-file-storage.ts";
import { createMemoryIdentityStorage } from "../simulation/memory/memory-identity-storage.ts";
import { createMemorySyncStorage } from "../simulation/memory/memory-sync-storage.ts";
import { describeStorage } from "./storage-contract.ts";

describeStorage("memory", async () => {
  const database = createMemoryDatabase();
  return {
    storage: createMemorySyncStorage(database),
    identities: createMemoryIdentityStorage(database),
    files: createMemoryFileStorage(database),
  };
});
