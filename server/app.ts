import { Hono } from "hono";
import type { ServerDeps } from "./deps.ts";
import type { AppEnv } from "./http/app-env.ts";
import { authenticate } from "./http/authenticate.ts";
import { HttpError } from "./http/http-error.ts";
import { limited } from "./http/limited.ts";
import { counted } from "./metrics/counted.ts";
import { adminRoutes } from "./routes/admin.ts";
import { digestRoute } from "./routes/digest.ts";
import {
  anotherDeviceRoute,
  devicesRoute,
  leaveRoute,
} from "./routes/devices.ts";
import { enrollRoute } from "./routes/enroll.ts";
import { fileRoutes } from "./routes/files.ts";
import { healthRoute } from "./routes/health.ts";
import { historyRoute } from "./routes/history.ts";
import { leasesRoute } from "./routes/leases.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { pullRoute } from "./routes/pull.ts";
import { pushRoute } from "./routes/push.ts";
import { rangeRoute } from "./routes/range.ts";
import { snapshotFileRoute, snapshotOfferRoute } from "./routes/snapshot.ts";
import { streamRoute } from "./routes/stream.ts";
import { tokenRoute } from "./routes/token.ts";
import { DatabaseUnavailableError, isBusyError } from "./storage/sql.ts";

/** The whole HTTP surface, without a port: the composition root and the tests listen. */
export function createApp(deps: ServerDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(counted(deps.metrics));
  app.get("/healthz", healthRoute(deps));
  app.get("/metrics", metricsRoute(deps));
  app.post("/v1/enroll", enrollRoute(deps));
  app.post("/v1/token", tokenRoute(deps));
  // Who is asking is settled before a byte of the body is read.
  app.use("/v1/*", authenticate(deps));
  app.post("/v1/sync/push", limited(deps, "push"), pushRoute(deps));
  app.post("/v1/sync/pull", limited(deps, "pull"), pullRoute(deps));
  app.post("/v1/sync/digest", limited(deps, "pull"), digestRoute(deps));
  app.post("/v1/sync/range", limited(deps, "pull"), rangeRoute(deps));
  app.get("/v1/sync/stream", streamRoute(deps));
  app.post(
    "/v1/sync/snapshot",
    limited(deps, "pull"),
    snapshotOfferRoute(deps),
  );
  app.get("/v1/sync/snapshot/:id", snapshotFileRoute(deps));
  app.post("/v1/leases", limited(deps, "pull"), leasesRoute(deps));
  app.get(
    "/v1/history/:collection/:id",
    limited(deps, "pull"),
    historyRoute(deps),
  );
  app.get("/v1/devices", limited(deps, "pull"), devicesRoute(deps));
  app.post("/v1/devices", limited(deps, "pull"), anotherDeviceRoute(deps));
  app.post("/v1/devices/leave", limited(deps, "pull"), leaveRoute(deps));
  fileRoutes(app, deps);
  adminRoutes(app, deps);
  app.notFound(() => new HttpError("not_found", "No such route.").toResponse());
  app.onError((error, c) => {
    if (error instanceof HttpError) return error.toResponse();
    if (isBusyError(error))
      return new HttpError("busy", "Try again.", 1).toResponse();
    if (error instanceof DatabaseUnavailableError) {
      deps.log("database unavailable", { reason: error.message });
      return new HttpError("unavailable", "Try later.", 5).toResponse();
    }
    deps.log("failed", {
      route: c.req.routePath,
      // The message of an unexpected error may quote what was sent.
      error: error.name,
      at: error.stack?.split("\n")[1]?.trim() ?? "",
    });
    return new HttpError("internal", "Something broke here.").toResponse();
  });
  return app;
}
