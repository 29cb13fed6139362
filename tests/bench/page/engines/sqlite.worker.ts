import sqlite3InitModule from "@sqlite.org/sqlite-wasm";

type Message =
  | { readonly run: readonly string[] }
  | { readonly insert: readonly (readonly string[])[] }
  | { readonly sql: string; readonly bind: readonly (string | number)[] };

const opening = sqlite3InitModule().then(async (sqlite) => {
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: "bench" });
  const db = new pool.OpfsSAHPoolDb("/bench.sqlite3");
  db.exec("PRAGMA synchronous = NORMAL");
  return db;
});

self.onmessage = async ({ data }: MessageEvent<Message>) => {
  const db = await opening;
  if ("run" in data) {
    for (const sql of data.run) db.exec(sql);
    self.postMessage(null);
  } else if ("insert" in data) {
    db.exec("BEGIN");
    const writing = db.prepare("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)");
    for (const row of data.insert) writing.bind([...row]).stepReset();
    writing.finalize();
    db.exec("COMMIT");
    self.postMessage(null);
  } else {
    const rows = db.selectArrays(data.sql, [...data.bind]);
    self.postMessage(rows.map(([v]) => v));
  }
};
