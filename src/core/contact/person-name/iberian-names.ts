/** Spanish and Portuguese names: two family names, and given names of several words. Told by the commonest of them. */
import { wordKey } from "./name-words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const SURNAMES = words(`
  garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez
  romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado
  castro ortiz rubio marin sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz
  calvo gallego vidal leon marquez herrera pena flores cabrera campos vega fuentes carrasco diez reyes caballero nieto aguilar
  pascual santana herrero lorenzo montero hidalgo gimenez ibanez ferrer duran santiago benitez mora vicente vargas arias carmona
  crespo roman pastor soto saez velasco moya soler parra esteban bravo gallardo rojas chavez mendoza guzman rivera contreras
  salazar valdez espinoza juarez maldonado acosta ochoa silva ferreira oliveira souza sousa lima costa pereira almeida nascimento
  alves araujo ribeiro carvalho rodrigues gomes martins barbosa rocha dias monteiro mendes freitas cardoso teixeira correia
  fernandes azevedo lopes goncalves moreira pinto cunha fonseca machado marques vieira moraes batista borges melo andrade
  tavares nunes coelho neves miranda pires sampaio magalhaes antunes marquez echeverria etxeberria zapata quiroga
`);
const SECOND_GIVEN = words(`
  luis carlos antonio manuel jose maria angel miguel javier fernando alberto carmen isabel teresa dolores pilar luisa jesus juan
  pablo francisco andres alejandro eduardo enrique ignacio rafael ramon ricardo roberto sofia elena victoria beatriz cristina
  paula clara fernanda eugenia guadalupe mercedes rosa ana pedro paulo henrique augusto felipe gabriel joao
`);
/** Given names that go on with `de`, `del` or `de la`: María del Carmen, Juan de Dios. */
const WITH_PARTICLE = words("maria ma m juan ana");
const LINKS = words("de del la las los");

export const isIberianSurname = (word: string): boolean =>
  word.split("-").every((part) => SURNAMES.has(wordKey(part))) || /^\p{L}{3,}[eé]z$/iu.test(word);

export const isSecondGiven = (word: string): boolean => SECOND_GIVEN.has(wordKey(word));

/** Words at the beginning that are one given name with a particle; 0 = none. A family name must be left behind them. */
export function givenWithParticle(names: readonly string[]): number {
  if (!WITH_PARTICLE.has(wordKey(names[0] ?? ""))) return 0;
  let end = 1;
  while (LINKS.has(wordKey(names[end] ?? ""))) end++;
  return end > 1 && end + 1 < names.length ? end + 1 : 0;
}
