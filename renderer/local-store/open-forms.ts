/** Writes what a form has not written yet; a promise when it can be waited for. */
type Write = () => Promise<unknown> | void;

const openForms = new Set<Write>();

/** `write` is called before the notebook is locked and before its window closes, until the returned function is. */
export function addOpenForm(write: Write): () => void {
  openForms.add(write);
  return () => {
    openForms.delete(write);
  };
}

/** Writes at once what every open form still has to keep. */
export async function keepDraftsNow(): Promise<void> {
  await Promise.all([...openForms].map(async (write) => write()));
}
