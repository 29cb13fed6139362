import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DeviceInfo } from "../../shared/sync/protocol.ts";
import {
  ENGINES,
  post,
  withServer,
  type TestDevice,
} from "../helpers/server.ts";

async function list(device: TestDevice, path: string) {
  const response = await fetch(device.url + path, {
    headers: { authorization: `Bearer ${device.access}` },
  });
  const body = (await response.json()) as { devices: DeviceInfo[] };
  return { status: response.status, devices: body.devices };
}

describe.each(ENGINES)("devices on %s", (engine) => {
  test("everybody lists their own devices, an administrator the company's, nobody another company's", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Ada", "admin");
      const chantal = await server.device("Chantal");
      await server.stranger();
      server.clock.nowMs += 300_000;
      const second = await server.device("Chantal");
      const own = await list(chantal, "/v1/devices");
      expect(own.devices.map(({ id }) => id)).toEqual([
        second.deviceId,
        chantal.deviceId,
      ]);
      const all = await list(admin, "/v1/admin/devices");
      expect(all.devices).toHaveLength(3);
      expect(all.devices[0]).toEqual({
        id: second.deviceId,
        name: "Chantal's laptop",
        user: {
          id: chantal.userId,
          name: "Chantal",
          email: "chantal@carnet.example",
        },
        enrolled: server.clock.nowMs,
        lastSeen: server.clock.nowMs,
        status: "active",
      });
      expect((await list(chantal, "/v1/admin/devices")).status).toBe(403);
    }));

  test("a renewal counts as seen", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      server.clock.nowMs += 300_000;
      const { refresh, deviceId } = cro;
      await post(server.url, "/v1/token", { refresh, deviceId });
      const [device] = (await list(cro, "/v1/devices")).devices;
      expect(device?.lastSeen).toBe(server.clock.nowMs);
      expect(device?.enrolled).toBe(server.clock.nowMs - 300_000);
    }));

  test("a device that leaves is known as revoked, erases nothing, and its tokens are worth nothing", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const second = await server.device("Chantal");
      const { status } = await cro.post("/v1/devices/leave", {});
      expect(status).toBe(200);
      const answer = await cro.post("/v1/sync/pull", {});
      expect(answer).toMatchObject({
        ...{ status: 403, body: { error: { code: "revoked", wipe: false } } },
      });
      const { refresh, deviceId } = cro;
      const renewal = await post(server.url, "/v1/token", {
        ...{ refresh, deviceId },
      });
      expect(renewal.status).toBe(403);
      const { devices } = await list(second, "/v1/devices");
      expect(devices.map(({ id, status: now }) => [id, now])).toEqual(
        expect.arrayContaining([
          [deviceId, "revoked"],
          [second.deviceId, "active"],
        ]),
      );
    }));

  test("a revoked device is told at its next request of any kind, by its own name, to erase what it holds", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Ada", "admin");
      const cro = await server.device("Chantal");
      const path = `/v1/admin/devices/${cro.deviceId}/revoke`;
      expect((await admin.post(path, {})).status).toBe(200);
      const { refresh, deviceId } = cro;
      const told = {
        status: 403,
        body: { error: { code: "revoked", device: deviceId, wipe: true } },
      };
      expect(await cro.raw([])).toMatchObject(told);
      const request = { refresh, deviceId };
      expect(await post(server.url, "/v1/token", request)).toMatchObject(told);
      // Whatever it shows: its time for proofs is over.
      const lost = { ...request, refresh: `${refresh.slice(0, -1)}-` };
      expect(await post(server.url, "/v1/token", lost)).toMatchObject(told);
      const [device] = (await list(admin, "/v1/admin/devices")).devices.filter(
        ({ id }) => id === deviceId,
      );
      expect(device?.status).toBe("revoked");
    }));

  test("without wipe it is only shut out; told to erase itself once, it stays told", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Ada", "admin");
      const cro = await server.device("Chantal");
      const revoke = async (wipe: boolean) => {
        const path = `/v1/admin/devices/${cro.deviceId}/revoke`;
        expect((await admin.post(path, { wipe })).status).toBe(200);
        return (await cro.raw([])).body;
      };
      expect(await revoke(false)).toMatchObject({ error: { wipe: false } });
      expect(await revoke(true)).toMatchObject({ error: { wipe: true } });
      expect(await revoke(false)).toMatchObject({ error: { wipe: true } });
    }));

  test("only an administrator revokes, only within the company, only what there is", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Ada", "admin");
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const path = (id: string) => `/v1/admin/devices/${id}/revoke`;
      expect((await cro.post(path(cro.deviceId), {})).status).toBe(403);
      for (const id of [stranger.deviceId, randomUUID(), "x", "%00"])
        expect((await admin.post(path(id), {})).status).toBe(404);
      const wrong = [{ wipe: "yes" }, { wipes: true }, [], "{"];
      for (const body of wrong)
        expect((await admin.post(path(cro.deviceId), body)).status).toBe(400);
      expect((await cro.raw([])).status).toBe(200);
      expect((await stranger.raw([])).status).toBe(200);
      const bare = await fetch(server.url + path(cro.deviceId), {
        method: "POST",
        headers: { authorization: `Bearer ${admin.access}` },
      });
      expect(bare.status).toBe(200);
      expect((await cro.raw([])).status).toBe(403);
    }));
});
