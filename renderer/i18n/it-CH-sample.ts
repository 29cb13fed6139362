import type { SampleWords } from "./sample-words.ts";

export const itCHSample: SampleWords = {
  "begin.title": "Iniziare",
  "begin.text":
    "Tutto funziona su questo dispositivo, senza rete né account; la connessione può attendere.",
  "begin.language": "Lingua",
  "begin.empty": "Iniziare con un taccuino vuoto",
  "begin.emptyHint":
    "Nient’altro da indicare: inserisca le prime schede o le importi.",
  "begin.samples": "Provare con dati di esempio",
  "begin.samplesHint":
    "Un’azienda inventata, tolta con un clic, senza traccia.",
  "begin.samplesBusy":
    "Un momento: l’azienda inventata si installa, con visite e acquisti…",
  "begin.restore": "Ripristinare un backup…",
  "begin.restoreHint": "Da un altro dispositivo, o da prima.",
  "samples.here":
    "Questi sono dati di esempio: un’azienda inventata, solo su questo dispositivo.",
  "samples.remove": "Togliere gli esempi",
  "samples.removeText":
    "Gli esempi spariscono da questo dispositivo e nulla va a un server. Le sue schede restano.",
  "samples.own_one": "{{count}} inserimento su un esempio va con essi.",
  "samples.own_other": "{{count}} inserimenti su esempi vanno con essi.",
  "samples.removed": "Gli esempi sono stati tolti.",
  "samples.failed": "Non è riuscito; riprovi.",
  "samples.connect": "Gli esempi vengono tolti quando si connette.",
};
