import type { Fetch } from "../../../../electron/server/http.ts";

export interface Asked {
  readonly path: string;
  readonly access: string | null;
  readonly body: unknown;
}

/** What a path answers: a response, a status with a JSON body, or an error of the network. */
export type Answer =
  Response | readonly [status: number, body: unknown] | Error;

/** A `fetch` that is answered by `routes`, by path, and notes what it was asked. */
export function fakeServer(
  routes: Readonly<Record<string, (asked: Asked) => Answer | Promise<Answer>>>,
): { readonly fetch: Fetch; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    const header = new Headers(init.headers).get("authorization");
    const request: Asked = {
      path: pathname,
      access: header?.replace("Bearer ", "") ?? null,
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    asked.push(request);
    const answer = await (routes[pathname]?.(request) ?? [404, "no"]);
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer;
    const [status, body] = answer;
    return Response.json(body, { status });
  };
  return { fetch, asked };
}

export const refusal = (status: number, code: string): Answer => [
  status,
  { error: { code, message: `${code}.` } },
];

export const CONNECTION = {
  url: "https://crm.example.test",
  tenantId: "t1",
  deviceId: "d1",
  user: {
    id: "u1",
    name: "Céline Rochat",
    email: "cro@example.test",
    role: "salesperson" as const,
  },
};
