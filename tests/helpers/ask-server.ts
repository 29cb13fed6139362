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

export interface Administrator extends EnrollAnswer {
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
  return {
    ...enrolled,
    async invite(name, role = "salesperson") {
      const email = `${name.toLowerCase()}@carnet.example`;
      const { enrollment } = await askServer<{ enrollment: string }>(
        url,
        "/v1/admin/invites",
        { email, name, role },
        enrolled.access,
      );
      return enrollment;
    },
  };
}
