/** The part of PouchDB that is measured; its own types are a package apart. */
declare module "pouchdb-browser" {
  export default class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(name: string, options: { adapter: string });
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    allDocs(options: object): Promise<{ readonly rows: readonly unknown[] }>;
    close(): Promise<void>;
  }
}
declare module "pouchdb-adapter-indexeddb" {
  const plugin: unknown;
  export default plugin;
}
