/** Runs at once, then at most every so often, and once more after the last request. */
export function createThrottle(run: () => void, everyMs: number): () => void {
  let waiting = false;
  let again = false;
  return function request() {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    run();
    setTimeout(() => {
      waiting = false;
      if (again) {
        again = false;
        request();
      }
    }, everyMs);
  };
}
