/**
 * Group commit: everything that was asked for while the disk was busy goes to it in one write.
 *
 * Work is handed over as a function and turned into bytes only when its group is formed, on top of what the group
 * before it left behind. So a group that the disk refused has used up no numbers.
 */
export interface GroupCommit<Item, Kept> {
  /** Resolves when `item`'s group is on disk; rejects with the disk's error, and then nothing of it was kept. */
  submit(item: Item): Promise<Kept>;
  /** Resolves when everything submitted so far is settled. */
  drained(): Promise<void>;
}

/** `commit` writes one group, durably and whole, and says what became of each item; one call at a time. */
export function createGroupCommit<Item, Kept>(
  commit: (group: readonly Item[]) => Promise<readonly Kept[]>,
): GroupCommit<Item, Kept> {
  interface Waiting {
    readonly item: Item;
    readonly done: (kept: Kept) => void;
    readonly failed: (error: unknown) => void;
  }
  let queue: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      try {
        const kept = await commit(group.map(({ item }) => item));
        group.forEach(({ done }, i) => done(kept[i] as Kept));
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    running = null;
  }

  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        queue.push({ item, done: resolve, failed: reject });
        running ??= run();
      }),
    drained: async () => {
      await running;
    },
  };
}
