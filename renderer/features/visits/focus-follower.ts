/** Remembers which line was acted on, so that the focus goes with it when it comes to stand elsewhere. */
export interface FocusFollower {
  follow(id: string): void;
  /** True once, for the line that was acted on last. */
  takes(id: string): boolean;
}

export function createFocusFollower(): FocusFollower {
  let followed: string | null = null;
  return {
    follow(id) {
      followed = id;
    },
    takes(id) {
      if (followed !== id) return false;
      followed = null;
      return true;
    },
  };
}
