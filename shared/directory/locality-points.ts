import { localityPointLines } from "./locality-point-data.ts";
import { localities, lookupPostCode, type Locality } from "./post-codes.ts";

/** Degrees, WGS84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

let read: ReadonlyMap<Locality, Point> | undefined;

function points(): ReadonlyMap<Locality, Point> {
  read ??= readPoints();
  return read;
}

function readPoints(): ReadonlyMap<Locality, Point> {
  const lines = localityPointLines.split("\n");
  return new Map(
    localities().map((locality, i) => {
      const [latitude, longitude] = (lines[i] ?? "").split(" ").map(Number);
      return [locality, { latitude: latitude ?? 0, longitude: longitude ?? 0 }];
    }),
  );
}

/**
 * Where a town lies under its post code, or the post code's main town when the name is not one of them; null for what
 * the directory does not know. A place, not a house: addresses of one town are at the same point.
 */
export function pointOf(
  postCode: string | undefined,
  city: string | undefined,
): Point | null {
  if (postCode === undefined) return null;
  const here = lookupPostCode(postCode);
  const locality = here.find((one) => one.city === city) ?? here[0];
  return (locality && points().get(locality)) ?? null;
}

const EARTH_KM = 6371;

/** Kilometres as the crow flies. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) *
      Math.cos(b.latitude * rad) *
      Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The post codes with a town within `km` of a point, each once, nearest first. */
export function postCodesNear(point: Point, km: number): readonly string[] {
  const nearest = new Map<string, number>();
  for (const [{ postCode }, at] of points()) {
    const distance = distanceKm(point, at);
    if (distance > km) continue;
    nearest.set(postCode, Math.min(distance, nearest.get(postCode) ?? km));
  }
  return [...nearest].toSorted(([, a], [, b]) => a - b).map(([code]) => code);
}
