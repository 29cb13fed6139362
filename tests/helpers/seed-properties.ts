import { configureGlobal } from "fast-check";

// The same cases on every machine: a run says something about the change, not about the day. `CARNET_SEED=random` or a
// number tries others.
const wanted = process.env["CARNET_SEED"];
if (wanted !== "random") configureGlobal({ seed: Number(wanted ?? 20261122) });
