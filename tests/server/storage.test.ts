import { describeStorage } from "../contract/storage-contract.ts";
import { ENGINES, openEngine } from "../helpers/server.ts";

for (const engine of ENGINES) describeStorage(engine, () => openEngine(engine));
