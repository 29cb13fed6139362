/** Given names and what people are called by, in our four languages; folded, umlauts without e. One line, one name. */
const ALIKE = `
alexander alex alexandre sandro alessandro sascha sacha lex
alexandra sandra alessandra alexa
andreas andi andy andre andrea res resu
anna anne anni annie annina nina anita annette
antonius toni tony anton antoine antonio antony
barbara babs barbla babette barbe
benjamin ben beni benny beniamino
bernhard bernard beni bernardo beat bernie
brigitte gitte brigitta brigida brige
catherine katharina kathrin katrin karin kate kathi cathy caterina katia trini
charles karl carlo kari charly charlie carl
christian chris christof christophe christoph christoffel cristiano kristian
christine christina tina christiane cristina chrige
claude claudio claudius
claudia claudine
daniel dani danny daniele dan dany
dominik dominique domi domenico dominic
eduard edouard edi edy edward edoardo eddy
elisabeth elsbeth lisa lisbeth betty elise elisabetta bethli lisette liz elizabeth lis
emmanuel manuel manu emanuel emanuele
ernst ernest ernesto erni
felix felice
francis franz francois francesco franco frank fritz franzi
francoise franziska franca francesca franziska fanny
frederic friedrich fritz fred freddy federico frederick fredy
gabriel gabi gabriele
gabriela gabi gabrielle gaby
georg georges jorg george giorgio schorsch juerg jurg gian
gerard gerhard gery gerardo
giovanni gianni jean johann johannes hans hansi john jan nanni hannes jeannot
gregor gregoire gregorio greg
guillaume wilhelm william willi willy guglielmo bill will
heinrich henri heinz heiri enrico henry harry heini
helene helena leni elena ella
henriette jetty
isabelle isabella isa isabel
jacob jakob jacques jacky giacomo james jim kobi jakobus jack
jean-pierre jp jeanpierre
joseph josef sepp beppe giuseppe jo joe pepe seppi
josephine josefine giuseppina josy fina
julien julian giuliano julius jules
konrad conrad koni corrado
laurent lorenz lorenzo laurenz lars lenz
leonard leonhard leo leonardo leon
louis ludwig luigi luis lutz luca lui
louise luise luisa lou
luc lukas luca lucas
madeleine magdalena magda lena maddalena
marc markus marco mark marcus
marcel marcello
margaret margrit margarethe marguerite gritli greta margherita grit maggie margaretha margret
maria marie mary marija mia miriam maja
martin marti martino tinu
matthias mathias matteo mathieu matthieu thias matt hias mathis matthew
maximilien max maximilian massimiliano massimo
michael michel michi mike mick michele mich
monika monique monica moni
nicolas niklaus nicola klaus nico claus niccolo niklas nick nik chlaus nicholas
oliver olivier oli oliviero
patrick patrice patrizio pat pady
paul paolo pauli pablo pol
peter pierre pietro pit pesche petr
philippe philipp filippo phil philip flipp
rene reinhard renato
richard ricardo riccardo richi dick
robert roberto röbi robi bob rob robin bobby
roland rolf rolando roli
rudolf rodolphe ruedi rodolfo rolf rudi ruodi
samuel sami sam samuele samy
sebastian sebastien basti sebastiano bastien seb
simon simone simi
sophie sofie sofia
stefan stephan stephane stefano steve steven etienne stef stephen
stephanie stefanie stefania steffi
susanne suzanne susanna susi sanna suzy susan
theodor theo theodore teodoro
therese theres teresa resi theresia
thomas tom tommaso thommy tommy thom
ulrich ueli uli ulli ulrico urs uly
ursula ursi uschi ursina orsola
valentin valentino vali
verena vreni vroni verene
victor viktor vittorio vic
vincent vincenz vincenzo vinz
walter walti gualtiero gautier walther
werner werni guarniero
xaver xavier saverio veri
yves ivo yvo
`;

const GROUPS: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const groups = new Map<string, Set<number>>();
  for (const [i, line] of ALIKE.trim().split("\n").entries())
    for (const name of line.split(" "))
      groups.set(name, (groups.get(name) ?? new Set()).add(i));
  return groups;
})();

/** `Hans` and `Johannes`, `Ruedi` and `Rudolf`: one person may be called by both. */
export function areNicknames(a: string, b: string): boolean {
  const own = GROUPS.get(a);
  const other = GROUPS.get(b);
  return !!own && !!other && [...own].some((group) => other.has(group));
}

/** One word for all of a group, so that they meet under one key; the name itself when it is in none. */
export function calledBy(name: string): string {
  const [first] = GROUPS.get(name) ?? [];
  return first === undefined ? name : `#${first}`;
}
