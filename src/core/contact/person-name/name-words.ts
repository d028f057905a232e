/** Words in names that are neither given nor family names, as keys: lower case, without accents and dots. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** In front of a name. */
export const TITLES = words(`
  mr mrs ms miss mx sir dame lord lady dr prof professor doctor rev reverend capt captain colonel lt sgt
  herr frau dipl-ing dipl-kfm dipl-inform dr-ing mme mlle monsieur madame mademoiselle
  sr sra srta dona sigra signor signora dott dottssa avv dhr mevr mevrouw mw drs mgr bc mudr judr phdr rndr shri smt
`);
/** Titles only with a dot behind: without one they are names, or parts of names. */
export const TITLES_WITH_DOT = words("m mag hon col gen general maj ing arch geom fr hr ir sig sri");
/** Behind a doctor's title: Dr. med., Dr. rer. nat. */
export const DOCTORATES = words("med phil rer nat jur pol oec hc dent vet theol habil mult");
/** Behind a name, in any case. */
export const SUFFIXES = words(`
  jr sr junior senior ii iii iv phd dphil md dds dmd dvm esq esquire mba emba cpa cfa pmp rn llm llb jd msc bsc mphil meng beng
  obe cbe kbe qc kc frcs frcp facs ret pe pharmd edd psyd dba
`);
/** Suffixes only in capitals: as words they are names. */
export const SUFFIXES_IN_CAPITALS = words("MA BA BS MS PE RN MD DO ND VP CEO CFO CTO COO PMP");
/** Where a family name begins. */
export const PARTICLES = words(`
  van von vom der den de da di du des dos das del della delle dello degli dei dalla dal dai la le lo ter ten te zu zum zur af av
  al el bin ibn bint binti binte ould st saint san santa mac mc o' 't 's d' und op tot
`);
/** Particles that are given names where they stand first. */
export const PARTICLES_OR_NAMES = words(
  "van von al del la le san santa saint mac mc te den ten der ter lo di da bin du el",
);
/** Begin a given name that goes on with the next word: Abdul Rahman, Abu Bakr. */
export const GIVEN_PREFIXES = words("abdul abdel abd abu abou ummu umm mohd muhd md");
/** What parts the name from the one before a marriage, or from a remark. */
export const BORN = words("geb geborene nee ne born dit dite alias aka");
/** Words that join two people. */
export const AND = words("and und et e & + och og ja i oraz");
/** Words of a family name behind it in Portuguese and Spanish. */
export const GENERATIONS = words("filho filha neto neta junior sobrinho hijo nieto");

/** Words of which one makes the text a company's or an office's, not a person's. */
export const OF_COMPANIES = words(`
  the inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg ohg ug ev eg se sa sas sarl sàrl eurl
  sl slu srl spa snc bv nv vof oy oyj ab as aps asa sro doo zoo kft bvba sprl pty pte kk group gruppe groupe grupo holding holdings
  bank hotel restaurant cafe bar university universitat universidad universite college school schule institute institut hospital klinik
  clinic pharmacy apotheke foundation stiftung fondation association verein society club team office support sales service services
  department dept abteilung info admin marketing accounting billing reception solutions systems technologies technology consulting
  industries international trading partners associates sons brothers bros ministry church city stadt gemeinde committee council
`);

/** `Dr.-Ing.` and `DR ING` meet, `Müller` and `Muller` do not have to. */
export const wordKey = (word: string): string => (PLAIN.test(word) ? word.toLowerCase() : foldedKey(word));

const PLAIN = /^[A-Za-z]+$/;

const foldedKey = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.,]/g, "")
    .replace(/[\u2019\u02bc`]/g, "'");
