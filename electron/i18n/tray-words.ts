import type { LocalSettings } from "../../shared/ipc/settings.ts";

/** What the icon in the notification area says; commands have their names from the table of commands. */
export interface TrayWords {
  readonly show: string;
  readonly quit: string;
  /** Told once, when closing the window has hidden it for the first time. */
  readonly stays: string;
  readonly staysHow: string;
}

export const trayWords: Readonly<Record<LocalSettings["language"], TrayWords>> =
  {
    "fr-CH": {
      show: "Afficher Carnet",
      quit: "Quitter",
      stays: "Carnet reste ouvert",
      staysHow:
        "Son icône est dans la zone de notification. Le lancer de nouveau le ramène aussi; Fichier › Quitter le ferme.",
    },
    "de-CH": {
      show: "Carnet anzeigen",
      quit: "Beenden",
      stays: "Carnet bleibt offen",
      staysHow:
        "Sein Symbol ist im Infobereich. Auch ein neuer Start holt es zurück; Datei › Beenden schliesst es.",
    },
    "it-CH": {
      show: "Mostra Carnet",
      quit: "Esci",
      stays: "Carnet resta aperto",
      staysHow:
        "La sua icona è nell’area di notifica. Anche un nuovo avvio lo riporta; File › Esci lo chiude.",
    },
    en: {
      show: "Show Carnet",
      quit: "Quit",
      stays: "Carnet stays open",
      staysHow:
        "Its icon is in the notification area. Starting it again brings it back, too; File › Quit ends it.",
    },
  };
