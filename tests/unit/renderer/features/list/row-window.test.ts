import { expect, test } from "vitest";
import { createRowWindow } from "../../../../../renderer/features/list/row-window.ts";
import type {
  ContactRow,
  ListQuery,
} from "../../../../../renderer/local-store/store.ts";
import { until } from "../../../../helpers/until.ts";

const query = (text: string): ListQuery => ({
  text,
  kind: "all",
  locale: "fr",
});

/** A list whose answers come when the test says so. */
function listOf(total: number) {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const list = {
    async query({ text }: ListQuery, from: number, to: number) {
      asked.push(`${text}:${from}`);
      await new Promise<void>((resolve) => waiting.push(resolve));
      const rows = Array.from(
        { length: Math.max(0, Math.min(to, total) - from) },
        (_, i) => ({ id: `${text}${from + i}` }) as ContactRow,
      );
      return { total, rows };
    },
  };
  return {
    list,
    asked,
    async answer() {
      await until(
        async () => waiting.length,
        (n) => n > 0,
      );
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test("of the rows that one scrolls past only those are read that are in sight when the answer comes", async () => {
  const { list, asked, answer } = listOf(100_000);
  const window = createRowWindow(list, query("a"));
  window.ask(query("a"));
  for (let first = 0; first < 60_000; first += 50)
    window.show(first, first + 30);
  await answer();
  await answer();
  // And then what comes into sight soon.
  expect(asked).toEqual(["a:0", "a:59900", "a:60100"]);
  expect(window.rows().row(59_960)?.id).toBe("a59960");
});

test("the old rows stay until the new question is answered, and a late answer to the old one is dropped", async () => {
  const { list, answer } = listOf(10);
  const window = createRowWindow(list, query("a"));
  window.ask(query("a"));
  await answer();
  window.refresh();
  window.ask(query("b"));
  expect(window.rows().row(3)?.id).toBe("a3");
  await answer();
  expect(window.rows().row(3)?.id).toBe("a3");
  await answer();
  expect(window.rows().row(3)?.id).toBe("b3");
});

/** A window whose first rows have come; `drawn` counts from then on. */
async function openedOf(total: number) {
  const { list, answer, asked } = listOf(total);
  const window = createRowWindow(list, query("a"));
  window.ask(query("a"));
  await answer();
  let drawings = 0;
  window.subscribe(() => (drawings += 1));
  return { window, answer, asked, drawn: () => drawings };
}

test("rows that one has scrolled past when they come are drawn when one comes back to them, and not before", async () => {
  const { window, answer, asked, drawn } = await openedOf(1000);
  const show = (first: number) => {
    window.row(first);
    window.show(first, first + 30);
  };
  show(200);
  show(500);
  await answer();
  expect(drawn()).toBe(0);
  window.show(210, 240);
  expect(drawn()).toBe(1);
  expect(window.row(210)?.id).toBe("a210");
  expect(asked).toEqual(["a:0", "a:200", "a:500"]);
});

test("rows that are there before they come into sight are not drawn once more", async () => {
  const { window, answer, asked, drawn } = await openedOf(1000);
  window.show(40, 70);
  await answer();
  expect(asked).toEqual(["a:0", "a:100"]);
  expect(window.row(110)?.id).toBe("a110");
  window.show(90, 120);
  expect(drawn()).toBe(0);
});

test("a list that was empty is asked again", async () => {
  const { list, answer } = listOf(0);
  const window = createRowWindow(list, query("a"));
  window.ask(query("a"));
  await answer();
  expect(window.rows().total).toBe(0);
  const full = listOf(5);
  list.query = full.list.query;
  window.ask(query("b"));
  await full.answer();
  expect(window.rows().row(4)?.id).toBe("b4");
});
