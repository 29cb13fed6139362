/** A backup that the operating system asked the app to open; the main process knows its path. */
export interface OpenedBackupFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
}

type Listener = (file: OpenedBackupFile) => void;

let waiting: OpenedBackupFile | null = null;
let taker: Listener | null = null;

/** Hands it to the backup page, at once or when that comes; the newest one counts. */
export function handOverBackup(file: OpenedBackupFile): void {
  if (taker === null) waiting = file;
  else taker(file);
}

/** As long as the backup page is on the screen; the return value ends that. */
export function onBackupOpened(listener: Listener): () => void {
  taker = listener;
  if (waiting !== null) listener(waiting);
  waiting = null;
  return () => {
    if (taker === listener) taker = null;
  };
}
