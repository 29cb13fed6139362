import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { openFeedServer, type FedDocument } from "./feed-server.ts";
import { forgetKept, untilKept } from "./kept-projection.ts";
import { FIRST_SYNC_MS } from "./measure-app.ts";
import { idOf } from "./page/bench-contacts.ts";
import { rowOf, type BenchRow } from "./report.ts";

export const LARGE = { name: "Aare Grossbetrieb AG", people: 2_000, each: 5 };
export const SMALL = { name: "Aare Kleinbetrieb AG", people: 3, each: 5 };
const OPENINGS = 5;
/** Ids beyond those of every other contact and visit. */
const FROM = 2_000_000;

interface Opening {
  /** From the click to the painted card with its name and its first fields. */
  readonly readable: number;
  /** From the click to the painted card with its people and what happened. */
  readonly ms: number;
  /** The longest the window's thread was busy without a break. */
  readonly longest: number;
}

interface Card {
  readonly kept: Opening[];
  /** While all visits are still being read. */
  readonly reading: Opening[];
}

/**
 * The card of a company with 2,000 people and 10,000 interactions against one with three, among `n` contacts; and the same
 * at a start that finds nothing kept, while all visits are still being read.
 */
export async function measureCard(
  n: number,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-card-"));
  const server = await openFeedServer(n, [
    ...firm(LARGE, FROM),
    ...firm(SMALL, FROM + 100_000),
  ]);
  try {
    const profile = path.join(folder, "profile");
    const first = await openCarnet({
      profile,
      server: { url: server.url, code: "bench" },
    });
    await first.untilStatus(/Up to date/, FIRST_SYNC_MS);
    await untilKept(first);
    await first.close();
    const large: Card = { kept: [], reading: [] };
    const small: Card = { kept: [], reading: [] };
    for (let round = 0; round < rounds; round++) {
      const carnet = await openCarnet({ profile });
      await bothListed(carnet);
      for (let i = 0; i < OPENINGS; i++) {
        large.kept.push(await open(carnet, LARGE.name));
        small.kept.push(await open(carnet, SMALL.name));
      }
      await carnet.page.evaluate(forgetKept);
      await carnet.close();
      const reading = await openCarnet({ profile });
      await bothListed(reading);
      large.reading.push(await open(reading, LARGE.name));
      small.reading.push(await open(reading, SMALL.name));
      await untilKept(reading);
      await reading.close();
      say(JSON.stringify({ large, small }));
    }
    const against = (
      id: string,
      what: keyof Opening,
      when: keyof Card = "kept",
    ) =>
      rowOf(...([id, n, large[when].map((one) => one[what])] as const), {
        name: "small-card",
        values: small[when].map((one) => one[what]),
      });
    return [
      against("card-readable", "readable"),
      against("card-open", "ms"),
      against("card-open-longest-task", "longest"),
      against("card-open-reading", "ms", "reading"),
    ];
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export function firm(
  { name, people, each }: typeof LARGE,
  from: number,
): readonly FedDocument[] {
  const company = { id: idOf(from), type: "company" as const, name };
  const persons = Array.from({ length: people }, (_, i) => ({
    ...{ id: idOf(from + 1 + i), type: "person" as const },
    ...{ name: `Person ${i} Muster`, firstName: `Person ${i}` },
    ...{ surname: "Muster", companyId: company.id, companyName: name },
    ...{ jobTitle: "Einkauf", mobile: "+41 79 555 10 10" },
  }));
  const visits = Array.from({ length: people * each }, (_, i) => ({
    ...{
      id: idOf(from + 10_000 + i),
      contactId: idOf(from + 1 + (i % people)),
    },
    ...{ date: dayAt(i), description: `Besuch ${i}`, salesperson: "CRO" },
    result: `Offerte ${i % 997} besprochen, nächster Schritt: Katalog senden und in zwei Wochen anrufen.`,
    evaluation: "positive",
  }));
  return [
    ...[company, ...persons].map((v) => ({ c: "contacts" as const, v })),
    ...visits.map((v) => ({ c: "interactions" as const, v })),
  ];
}

/** Spread over three years before the app's work date. */
function dayAt(i: number): string {
  const day = new Date(Date.UTC(2023, 2, 1 + ((i * 7919) % 1_080)));
  return day.toISOString().slice(0, 10);
}

/** Both rows are in sight, beside a card. */
export async function bothListed(carnet: Carnet): Promise<void> {
  await carnet.openContacts();
  await carnet.filter("Aare");
  const row = carnet.page.getByRole("row", { name: SMALL.name }).first();
  await row.waitFor({ timeout: 120_000 });
  await row.click();
  await carnet.page.getByRole("heading", { name: SMALL.name }).waitFor();
  await carnet.page.waitForTimeout(1_000);
}

export async function open(carnet: Carnet, name: string): Promise<Opening> {
  const opening = await carnet.page.evaluate(async (wanted) => {
    const row = [
      ...document.querySelectorAll<HTMLElement>("[role=row][data-index]"),
    ].find(({ innerText }) => innerText.startsWith(wanted));
    if (!row) throw new Error(`No row of ${wanted}.`);
    const tasks: number[] = [];
    const watcher = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    watcher.observe({ entryTypes: ["longtask"] });
    const isReadable = () =>
      document.getElementById("card-name")?.innerText === wanted &&
      document.querySelector("#card [data-field=phone]") !== null;
    const isUsable = () =>
      isReadable() &&
      document.querySelector("#card [aria-labelledby=timeline-title] li") !==
        null &&
      [...document.querySelectorAll("#card li")].some((line) =>
        line.textContent.includes("Einkauf"),
      );
    const since = performance.now();
    const painted = (is: () => boolean) =>
      new Promise<number>((done) => {
        const look = () => {
          if (!is()) return void requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - since);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    row.click();
    const [readable, ms] = await Promise.all(
      [isReadable, isUsable].map(painted),
    );
    // What comes after the card can be used is its work, too.
    await new Promise((done) => setTimeout(done, 700));
    watcher.disconnect();
    return {
      readable: readable ?? 0,
      ms: ms ?? 0,
      longest: Math.max(0, ...tasks),
    };
  }, name);
  return opening;
}
