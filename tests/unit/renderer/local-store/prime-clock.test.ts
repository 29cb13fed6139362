import { now as rxNow } from "rxdb/plugins/core";
import { expect, test } from "vitest";
import { primeClock } from "../../../../renderer/local-store/prime-clock.ts";

test("after the wall clock was set back, RxDB still writes later than what is stored", () => {
  const tomorrow = Date.now() + 86_400_000.42;
  primeClock(tomorrow);
  expect(rxNow()).toBeGreaterThan(tomorrow);
  expect(Date.now()).toBeLessThan(tomorrow);
});
