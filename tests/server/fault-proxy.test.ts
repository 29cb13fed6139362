import { expect, test } from "vitest";
import { proxyStorm } from "../helpers/proxy-storm.ts";

test("four engines on a line that delays, cuts, doubles and loses: good again, they hold the same within a minute", async () => {
  const report = await proxyStorm({ devices: 4, minutes: 0.25 });
  expect(report).toMatchObject({ lost: [], doubled: [], differing: [] });
  expect(report.equalSeconds).toBeLessThan(60);
  expect(report.waitingAtHeal).toBeGreaterThan(0);
  const suffered = Object.keys(report.faults).filter(
    (what) => what !== "requests" && what !== "none",
  );
  expect(suffered.length).toBeGreaterThan(3);
}, 180_000);
