import { net, protocol, type Session } from "electron";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const ORIGIN = "app://carnet";

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: "app",
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
      },
    },
  ]);
}

/** Everything but the page: a worker does not inherit the page's policy, it reads its own from its response. */
const ASSET_POLICY = policy("style-src 'self'");

function policy(style: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    style,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Serves `folder` as app://carnet, every response with a Content-Security-Policy. */
export function handleAppScheme(on: Session, folder: string): void {
  on.protocol.handle("app", async (request) => {
    const url = new URL(request.url);
    if (url.host !== "carnet") return refuse(404);
    let relative = decodeURIComponent(url.pathname);
    if (path.extname(relative) === "") relative = "/index.html";
    const file = path.normalize(path.join(folder, relative));
    if (!file.startsWith(folder + path.sep)) return refuse(403);
    return relative === "/index.html" ? page(file) : asset(file);
  });
}

async function page(file: string): Promise<Response> {
  // Emotion writes <style> elements; only those that carry this load's nonce are let through.
  const nonce = randomBytes(18).toString("base64");
  const html = (await readFile(file, "utf8")).replaceAll(
    "__CSP_NONCE__",
    nonce,
  );
  const headers = secured(policy(`style-src 'self' 'nonce-${nonce}'`));
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  return new Response(html, { headers });
}

async function asset(file: string): Promise<Response> {
  const found = await net
    .fetch(pathToFileURL(file).toString(), {
      bypassCustomProtocolHandlers: true,
    })
    .catch(() => undefined);
  if (found === undefined) return refuse(404);
  return new Response(found.body, {
    status: found.status,
    headers: secured(ASSET_POLICY, found.headers),
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: secured(ASSET_POLICY) });
}

function secured(csp: string, from?: Headers): Headers {
  const headers = new Headers(from);
  headers.set("content-security-policy", csp);
  headers.set("x-content-type-options", "nosniff");
  return headers;
}
