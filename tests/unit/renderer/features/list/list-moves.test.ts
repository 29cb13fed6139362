import { expect, test, vi } from "vitest";
import { listMoves } from "../../../../../renderer/features/list/list-moves.ts";
import { createTurns } from "../../../../../renderer/features/list/turns.ts";
import type {
  ContactRow,
  ListQuery,
} from "../../../../../renderer/local-store/store.ts";

const TOTAL = 100_000;
const query: ListQuery = { text: "", kind: "all", locale: "fr" };
const rowOf = (index: number) => ({ id: `${index}` }) as ContactRow;

test("Home right after End: the first row has the cursor, however late the last one is read", async () => {
  const cursors: (string | null)[] = [];
  const answers: (() => void)[] = [];
  const turns = createTurns();
  const moves = () =>
    listMoves({
      query,
      list: {
        query: async (_query: ListQuery, from: number) => {
          await new Promise<void>((done) => answers.push(done));
          return { total: TOTAL, rows: [rowOf(from)] };
        },
        indexOf: async () => -1,
      },
      rows: { total: TOTAL, row: (i) => (i < 100 ? rowOf(i) : undefined) },
      mode: "table",
      tree: false,
      cursor: { id: "0", index: 0, column: 0 },
      setCursor: (next) => {
        turns.take();
        if (typeof next !== "function") cursors.push(next.id);
      },
      turns,
      selection: { extend: vi.fn() } as never,
      columns: { shown: [] } as never,
      begin: vi.fn(),
      jump: vi.fn(),
      copyRows: vi.fn(),
      commands: {
        logVisit: vi.fn(),
        newTask: vi.fn(),
        deleteContacts: vi.fn(),
      },
      onOpen: vi.fn(),
      onTable: vi.fn(),
      call: vi.fn(),
      onTwist: vi.fn(),
    } as Parameters<typeof listMoves>[0]);
  const end = moves().onKey({ do: "go", to: TOTAL - 1, choose: false });
  const home = moves().onKey({ do: "go", to: 0, choose: false });
  await home;
  answers.shift()?.();
  await end;
  expect(cursors).toEqual(["0"]);
});
