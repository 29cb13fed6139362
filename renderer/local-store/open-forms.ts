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

/** Which open form writes which draft; windows of one notebook share this. */
const drafts = new Map<string, object>();

/** True: the draft is this form's alone until it takes another one, or leaves. False: it stays another form's. */
export function takeDraft(id: string, form: object): boolean {
  if ((drafts.get(id) ?? form) !== form) return false;
  leaveDraft(form);
  drafts.set(id, form);
  return true;
}

export function leaveDraft(form: object): void {
  for (const [id, owner] of drafts) if (owner === form) drafts.delete(id);
}

export function isDraftTaken(id: string): boolean {
  return drafts.has(id);
}
