import { z } from "zod";
import { request } from "./request.ts";

/** Keys that may be held for the whole machine: none with Alt, for AltGr types characters with it. */
export const SYSTEM_KEYS = [
  "CommandOrControl+Shift+Space",
  "CommandOrControl+Shift+F9",
  "CommandOrControl+Shift+F12",
] as const;
export type SystemKey = (typeof SYSTEM_KEYS)[number];

/** `taken`: one is chosen, and another program has it. */
export const SystemKeyState = z.strictObject({
  status: z.enum(["off", "on", "taken"]),
});
export type SystemKeyState = z.infer<typeof SystemKeyState>;

export const LocalSettings = z.strictObject({
  language: z.enum(["fr-CH", "de-CH", "it-CH", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  /** Absent = as the system has it. */
  highContrast: z.boolean().optional(),
  /** The version whose news the person was told of. */
  toldVersion: z.string().max(40).optional(),
  /** In whose maps addresses are opened; absent = OpenStreetMap. */
  maps: z.enum(["openstreetmap", "swisstopo", "google"]).optional(),
  /** 1–60, or 0 = only by hand. */
  syncEveryMinutes: z.int().min(0).max(60),
  workOffline: z.boolean(),
  /** `YYYY-MM-DD`: what "today" means for entry; null = the machine's day. */
  workDate: z.string().nullable(),
  /** The person chose to start without a server; the connect screen is then not shown at start. */
  connectLater: z.boolean(),
  /** The first steps on Today were put away. */
  hideFirstSteps: z.boolean().optional(),
  /** The notebook locks itself after so many minutes without a key or a click; 0 = never. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** Absent = yes: a notification of the system when a task is due. */
  taskReminders: z.boolean().optional(),
  /** Absent = no: an icon in the notification area, and closing the window only hides it. */
  tray: z.boolean().optional(),
  /** That it hides was explained once. */
  toldTray: z.boolean().optional(),
  /** Where newer versions are looked for; empty or absent = where the package says. */
  updateAddress: z.string().max(500).optional(),
  /** Absent = yes: newer versions are looked for without being asked, where there is an address. */
  updateChecks: z.boolean().optional(),
  /** Opens the sheet of a visit from any program; absent or null = none. */
  systemKey: z.enum(SYSTEM_KEYS).nullable().optional(),
  /** Keys of the person's own choice, by command. */
  shortcuts: z.record(z.string().max(40), z.string().max(40)).optional(),
});
export type LocalSettings = z.infer<typeof LocalSettings>;

const nothing = z.undefined();

export const settingsRequests = {
  "settings/read": request(nothing, LocalSettings),
  "settings/write": request(LocalSettings.partial(), LocalSettings),
  "system-key/state": request(nothing, SystemKeyState),
} as const;
