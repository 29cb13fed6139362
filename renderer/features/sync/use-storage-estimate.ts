import { useEffect, useState } from "react";

export interface StorageEstimate {
  /** Bytes that the local copy takes. */
  readonly used: number;
  /** Bytes that it may still take: what the browser engine allows of the disk's free space. */
  readonly free: number;
}

/** Asked again whenever `when` changes; null until the first answer. */
export function useStorageEstimate(when: unknown): StorageEstimate | null {
  const [estimate, setEstimate] = useState<StorageEstimate | null>(null);
  useEffect(() => {
    let current = true;
    void navigator.storage.estimate().then(({ usage = 0, quota = 0 }) => {
      if (current) setEstimate({ used: usage, free: quota - usage });
    });
    return () => {
      current = false;
    };
  }, [when]);
  return estimate;
}
