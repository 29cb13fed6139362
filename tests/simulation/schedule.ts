/** Something that somebody waits for: it happens when the simulation says so, or never. */
export interface Parked {
  /** Device or server process; a crash takes all that it waits for. */
  readonly owner: string;
  /** Within one lane things happen in the order in which they were asked for. */
  readonly lane: string;
  readonly what: string;
  /** The effect happens and the one who waits hears of it. */
  perform(): void;
  /** The effect happens; nobody hears of it. */
  performUnheard(): void;
  fail(error: Error): void;
}

/**
 * All waiting of the system under test goes through here, so that one random number decides what happens next. No
 * timer and no clock of the machine is involved: the same seed is the same run.
 */
export interface Schedule {
  park<T>(
    owner: string,
    lane: string,
    what: string,
    effect: () => T,
  ): Promise<T>;
  /** What may happen next: the first of each lane. */
  ready(): readonly Parked[];
  take(parked: Parked): void;
  /** Takes out everything that `owner` waits for, in one lane or in all of them, oldest first. */
  takeAllOf(owner: string, lane?: string): readonly Parked[];
  /** Resolves when everything that follows from the last step has happened. */
  settled(): Promise<void>;
}

export function createSchedule(): Schedule {
  let waiting: Parked[] = [];
  return {
    park: (owner, lane, what, effect) =>
      new Promise((resolve, reject) => {
        waiting.push({
          ...{ owner, lane, what },
          perform() {
            try {
              resolve(effect());
            } catch (error) {
              reject(error as Error);
            }
          },
          performUnheard() {
            try {
              effect();
            } catch {
              // Nobody hears of it.
            }
          },
          fail: reject,
        });
      }),
    ready() {
      const lanes = new Set<string>();
      return waiting.filter(({ owner, lane }) => {
        const key = `${owner} ${lane}`;
        if (lanes.has(key)) return false;
        lanes.add(key);
        return true;
      });
    },
    take(parked) {
      waiting = waiting.filter((other) => other !== parked);
    },
    takeAllOf(owner, lane) {
      const taken = waiting.filter(
        (parked) =>
          parked.owner === owner && (lane ?? parked.lane) === parked.lane,
      );
      waiting = waiting.filter((parked) => !taken.includes(parked));
      return taken;
    },
    // Promises alone carry the code under test, and Node runs a tick only when no promise has anything left to do.
    settled: () => new Promise((resolve) => process.nextTick(resolve)),
  };
}
