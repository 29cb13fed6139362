import { useEffect, useRef, useState } from "react";
import type { ErpBook } from "../../local-store/erp/erp-book.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

export type ErpState<T> =
  | { readonly status: "loading" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed" };

/** A question to the ERP's book as state, asked again after changes; a new `key` is a new question. Null asks nothing. */
export function useErp<T>(
  key: string | null,
  ask: (erp: ErpBook) => Promise<T>,
): ErpState<T> {
  const { erp } = useLocalStore();
  const latest = useRef(ask);
  latest.current = ask;
  const [state, setState] = useState<{
    key: string | null;
    state: ErpState<T>;
  }>({ key: null, state: LOADING });
  useEffect(() => {
    if (key === null) return;
    let round = 0;
    const read = async () => {
      const mine = ++round;
      const answer = await latest.current(erp).then(
        (value) => ({ status: "ready", value }) as const,
        () => ({ status: "failed" }) as const,
      );
      if (mine === round) setState({ key, state: answer });
    };
    void read();
    const stop = erp.subscribe(() => void read());
    return () => {
      round = -1;
      stop();
    };
  }, [erp, key]);
  return state.key === key ? state.state : LOADING;
}

const LOADING = { status: "loading" } as const;
