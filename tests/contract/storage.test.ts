import { openPglite } from "../../server/storage/pglite-sql.ts";
import { describeStorage } from "./storage-contract.ts";

describeStorage("pglite", () => openPglite());
