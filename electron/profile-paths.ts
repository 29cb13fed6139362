import path from "node:path";

/** Where what is ours lies in the profile. */
export interface ProfilePaths {
  /** Beside what Chromium keeps and cleans: neither a full disk nor a clearing of site data reaches it. */
  readonly folder: string;
  readonly journal: string;
  readonly journalCopy: string;
  readonly files: string;
  readonly logs: string;
  readonly format: string;
  /** Of a file or a folder that only one part knows. */
  in(name: string): string;
}

export function profilePaths(profile: string): ProfilePaths {
  const folder = path.join(profile, "carnet");
  const inFolder = (name: string) => path.join(folder, name);
  return {
    folder,
    journal: inFolder("journal"),
    journalCopy: inFolder("journal-copy"),
    files: inFolder("files"),
    logs: inFolder("logs"),
    format: inFolder("format.json"),
    in: inFolder,
  };
}
