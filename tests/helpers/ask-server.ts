import type { EnrollAnswer, Role } from "../../shared/sync/protocol.ts";

/** One plain request; throws with the answer where it is no success. For use outside a test runner too. */
export async function askServer<T>(
  url: string,
  path: string,
  body: unknown,
  access?: string,
): Promise<T> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${answer}`);
  return JSON.parse(answer) as T;
}

/** A device without an engine, that asks for what a proof wants to know. */
export interface Administrator {
  /** With a fresh token where the last one has run out: they live ten minutes, and proofs longer. */
  ask<T>(path: string, body: unknown): Promise<T>;
  invite(name: string, role?: Role): Promise<string>;
}

export async function enrolAdministrator(
  url: string,
  code: string,
): Promise<Administrator> {
  const enrolled = await askServer<EnrollAnswer>(url, "/v1/enroll", {
    code,
    deviceName: "Office",
  });
  const { deviceId } = enrolled;
  let { access, refresh } = enrolled;
  async function ask<T>(path: string, body: unknown): Promise<T> {
    try {
      return await askServer<T>(url, path, body, access);
    } catch (error) {
      if (!String(error).includes(": 401 ")) throw error;
      const presented = { refresh, deviceId };
      const fresh = await askServer<Tokens>(url, "/v1/token", presented);
      ({ access, refresh } = fresh);
      return askServer<T>(url, path, body, access);
    }
  }
  return {
    ask,
    async invite(name, role = "salesperson") {
      const email = `${name.toLowerCase()}@carnet.example`;
      const person = { email, name, role };
      return (await ask<{ enrollment: string }>("/v1/admin/invites", person))
        .enrollment;
    },
  };
}

type Tokens = Pick<EnrollAnswer, "access" | "refresh">;
