/** A file that was dropped, or that the operating system asked the app to open; or why its content could not be had. */
export interface OpenedFile {
  readonly name: string;
  readonly content: File | "too-large" | "unreadable";
}

type Listener = (file: OpenedFile) => void;

const waiting: OpenedFile[] = [];
let taker: Listener | null = null;

/** Hands a file to the import page, at once or, if it is not on the screen yet, when it comes. */
export function handOverFile(file: OpenedFile): void {
  if (taker === null) waiting.push(file);
  else taker(file);
}

/** The import page takes files as long as it is on the screen, the waiting ones first; the return value ends that. */
export function onFileOpened(listener: Listener): () => void {
  taker = listener;
  for (const file of waiting.splice(0)) listener(file);
  return () => {
    if (taker === listener) taker = null;
  };
}
