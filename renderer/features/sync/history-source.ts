import { createContext, useContext } from "react";
import type { ServerAnswer } from "../../../shared/ipc/server.ts";
import { HistoryAnswer } from "../../../shared/sync/protocol.ts";

/** The server's part of a record's history, when it was fetched. */
export interface FetchedHistory extends HistoryAnswer {
  readonly fetchedAt: number;
}

export type HistoryRead =
  | { readonly kind: "fetched"; readonly history: FetchedHistory }
  /** The server has nothing of it (never sent), or no longer lets us see it. */
  | { readonly kind: "none" }
  /** No line, or no server; `last` is what was fetched before, in this session. */
  | { readonly kind: "offline"; readonly last: FetchedHistory | null };

interface RecordKey {
  readonly c: string;
  readonly id: string;
}

/** Kept in memory only: the server has it, and what is at rest here stays small. */
export interface HistorySource {
  read(record: RecordKey): Promise<HistoryRead>;
}

const KEPT = 50;

export function createHistorySource(
  ask: (record: RecordKey) => Promise<ServerAnswer>,
): HistorySource {
  const last = new Map<string, FetchedHistory>();
  return {
    async read(record) {
      const key = `${record.c}/${record.id}`;
      const answer = await ask(record);
      const parsed =
        answer.status === "ok" ? HistoryAnswer.safeParse(answer.body) : null;
      if (answer.status === "ok" && parsed?.success) {
        const history = { ...parsed.data, fetchedAt: answer.receivedAt };
        last.delete(key);
        last.set(key, history);
        const oldest = last.keys().next().value;
        if (last.size > KEPT && oldest !== undefined) last.delete(oldest);
        return { kind: "fetched", history };
      }
      if (answer.status === "refused" && answer.code === "not_found") {
        return { kind: "none" };
      }
      return { kind: "offline", last: last.get(key) ?? null };
    },
  };
}

export const HistoryContext = createContext<HistorySource | null>(null);

export function useHistorySource(): HistorySource {
  const source = useContext(HistoryContext);
  if (source === null) throw new Error("No history around this component.");
  return source;
}
