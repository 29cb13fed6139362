export interface Throttle {
  /** Runs at once, then at most every so often, and once more after the last request. */
  (): void;
  /** Runs at once, also in between: for what a person has just done and looks for. */
  now(): void;
}

export function createThrottle(run: () => void, everyMs: number): Throttle {
  let waiting = false;
  let again = false;
  function request(): void {
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
  }
  return Object.assign(request, {
    now() {
      if (!waiting) return request();
      // What was waiting is told with it.
      again = false;
      run();
    },
  });
}
