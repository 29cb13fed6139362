import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BalancingProxy } from "./balancing-proxy.ts";
import { freePort } from "./free-port.ts";
import { until } from "./until.ts";

const shipped = path.resolve(
  import.meta.dirname,
  "../../server/deploy/nginx.conf",
);

/** nginx itself with the file that we ship; only the ports are other ones, and it speaks http. */
export function nginxProxy(program: string) {
  return async (targets: readonly string[]): Promise<BalancingProxy> => {
    const folder = await mkdtemp(path.join(tmpdir(), "carnet-nginx-"));
    const port = await freePort();
    const log = path.join(folder, "access.log");
    await writeFile(log, "");
    const conf = path.join(folder, "nginx.conf");
    await writeFile(
      conf,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
       events { worker_connections 4096; }
       http { log_format who '$status $upstream_addr'; access_log ${log} who;
         client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
         fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
         ${await onPorts(port, targets)} }`,
    );
    const nginx = spawn(program, ["-c", conf, "-p", folder], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const ended = once(nginx, "exit");
    const url = `http://127.0.0.1:${port}`;
    await until(
      () =>
        fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      Boolean,
    );
    // A line an answer: its status, and who was asked, the last one at the end.
    const lines = () => readFileSync(log, "utf8").trim().split("\n");
    return {
      url,
      failed: () => lines().filter((line) => /^50[24] /.test(line)),
      answered: () =>
        targets.map(
          (target) =>
            lines().filter((line) => line.endsWith(new URL(target).host))
              .length,
        ),
      async close() {
        nginx.kill("SIGTERM");
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  };
}

async function onPorts(
  port: number,
  targets: readonly string[],
): Promise<string> {
  const text = await readFile(shipped, "utf8");
  return text
    .replace(
      "server 127.0.0.1:8787",
      `server ${new URL(targets[0] ?? "").host}`,
    )
    .replace(
      "server 127.0.0.1:8788",
      `server ${new URL(targets[1] ?? "").host}`,
    )
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`)
    .replaceAll(/^ *(ssl_\w+ .*);$/gm, "");
}
