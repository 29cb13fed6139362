type Listener = () => void;

const target = new EventTarget();
let waiting = false;

/** Ctrl+F or `/` was pressed, perhaps before the list is on the screen: it is then answered when it comes. */
export function requestFind(): void {
  waiting = target.dispatchEvent(new Event("find", { cancelable: true }));
}

/** The list takes requests as long as it is on the screen; the return value ends that. */
export function onFindRequested(listener: Listener): () => void {
  const hear = (event: Event) => {
    event.preventDefault();
    listener();
  };
  target.addEventListener("find", hear);
  if (waiting) {
    waiting = false;
    listener();
  }
  return () => target.removeEventListener("find", hear);
}
