/** Words of the four languages, folded, that name nobody: what leads to a name, what was done, and small words. */
const FILLERS = new Set(
  `vu vue vus visite visites visiter passe passee rencontre rencontres rdv rendez-vous rendezvous entretien seance reunion discussion discute echange cafe repas diner dejeuner souper
appele appel telephone telephonique tel tel. mail email e-mail envoye ecrit recu chez avec pour par sur sans dans entre vers depuis apres avant pendant
et ou mais donc car que qui quoi dont est sont etait a ont ai avons avait il elle ils elles on nous je tu vous lui leur son sa ses notre nos mon ma mes ce cet cette ces c'est
mme madame mlle monsieur mr m m. dr dr. directeur directrice patron patronne chef responsable acheteur acheteuse client cliente
offre offres devis commande commandes contrat tarif tarifs prix demo demonstration presentation echantillons echantillon doc documentation catalogue produit produits machine machines
besuch besucht besuche bei bi bim beim mit von vom zu zum zur fur ohne gegen um am an auf aus nach vor seit im in und oder aber denn dass der die das den dem des ein eine einen einem einer
ist isch war waren gewesen gsi hat haben het hatte wird wurde er sie es wir ich uns ihm ihr ihn sein seine ihre noch nochmals auch sehr gut heute
getroffen gesprochen telefoniert telefon telefonisch telefonat angerufen anruf sitzung besprechung termin treffen kaffee mittagessen gesprach messegesprach vorbeigeschaut vorbei kurz
frau herr herrn hr hr. fr fr. einkauf verkauf leiter leiterin chef chefin kunde kundin team offerte angebot bestellung auftrag vertrag prospekt muster preis preise
visita visitato visitata visto vista incontro incontrato incontrata riunione colloquio pranzo cena caffe passato passata stato sentito sentita telefonata telefonato chiamato chiamata
da dal dalla dallo dai dagli con di del della dello dei degli per tra fra su sul sulla nel nella in ed o ma che chi e ha hanno era sono lui lei loro noi io ci mi si suo sua loro signor signora signore sig sig. sig.ra dott. dott.ssa
offerta preventivo ordine contratto prezzo prezzi campioni campione documentazione cliente direttore
met meet meeting visit visited visiting saw seen dropped by called call phoned rang spoke talk talked chat lunch dinner coffee with w/ at to from for on in of the a an and or but so about over
is was were has had have he she they we i us our his her their him them me my mr mrs ms quick short brief today's phone
order orders quote offer contract price prices demo presentation brochure sample samples customer client manager buyer office trade fair
hier ieri gestern yesterday morgen matin soir soiree apres-midi mattina pomeriggio sera morning afternoon evening vormittag nachmittag abend mittag jour jours tag tage giorno days
fait faite bonne bon super tres plus moins bien mal pas non oui ok rien tout tous toute toutes encore deja toujours jamais aussi
molto poco bene male non si no niente tutto tutti ancora gia sempre mai anche
nicht kein keine ja nein nichts alles alle schon immer nie
very not no yes nothing all still already always never also too good great bad
env env. ca ca. circa env about um ungefahr
surprise surprises salon foire messe fiera vernissage workshop atelier inaugurazione degustation degustazione sopralluogo`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Whether a word can be no name, nor a part of one. */
export function isNoName(read: string, typed: string): boolean {
  const word = read.replace(/[.,;:!?'"]+$/, "");
  if (word === "" || /^[\d.,:/%+'-]+$/.test(word)) return true;
  // What has digits in it is a product or a quantity.
  if (/\d/.test(typed)) return true;
  // `Gruyère Est`, and not `il est`.
  if (word === "est" && typed.startsWith("E")) return false;
  return FILLERS.has(word) || FILLERS.has(read);
}
