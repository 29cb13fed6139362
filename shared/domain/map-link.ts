/** Whose maps an address is opened in, outside. */
export const MAP_SERVICES = ["openstreetmap", "swisstopo", "google"] as const;
export type MapService = (typeof MAP_SERVICES)[number];

const SEARCHES: Readonly<Record<MapService, string>> = {
  openstreetmap: "https://www.openstreetmap.org/search?query=",
  swisstopo: "https://map.geo.admin.ch/?swisssearch=",
  google: "https://www.google.com/maps/search/?api=1&query=",
};

interface Place {
  readonly address?: string | undefined;
  readonly postCode?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
}

/** Where an address is on a map; null without a street or a town. No name goes there, only the place. */
export function mapLink(of: Place, service: MapService): string | null {
  if (!of.address?.trim() && !of.city?.trim()) return null;
  const town = [of.postCode, of.city].filter(Boolean).join(" ");
  const place = [of.address, town, of.country]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(", ");
  return SEARCHES[service] + encodeURIComponent(place);
}
