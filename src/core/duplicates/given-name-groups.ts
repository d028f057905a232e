/**
 * Given names that stand for each other beyond doubt: short forms and spellings. Short forms of several names (Alex, Sasha)
 * are left out: who takes them for one person must have more to go by.
 */

/** Keys of names, as `nameKey` makes them; the first of each group stands for all. */
const GROUPS: readonly string[] = [
  "alistair alastair alasdair",
  "anne ann",
  "anthony antony tony",
  "benjamin ben benny",
  "catherine katherine kathryn kathrine cathryn kate kathy cathy katie",
  "charles charlie chuck",
  "christopher chris kristopher",
  "daniel dan danny",
  "david dave",
  "deborah debra debbie",
  "donald don",
  "dorothy dot",
  "edward ed eddie ted",
  "elizabeth elisabeth liz lizzie beth betty",
  "eric erik erick",
  "frederick fred freddie",
  "geoffrey jeffrey geoff jeff",
  "gregory greg",
  "hannah hanna",
  "james jim jimmy",
  "john jon johnny",
  "jonathan jonathon johnathan",
  "joseph joe josef",
  "kenneth ken kenny",
  "lawrence laurence larry",
  "leonard len lenny",
  "margaret maggie peggy meg",
  "mark marc",
  "matthew matt mathew",
  "michael mike mick micheal",
  "nicholas nicolas nick nicky",
  "patricia pat patty trish",
  "peter pete",
  "philip phillip phil",
  "rebecca becky rebekah",
  "richard dick rick ricky",
  "robert bob rob bobby robbie",
  "ronald ron ronnie",
  "samuel sam",
  "sarah sara",
  "sean shaun shawn",
  "stephen steven steve",
  "susan sue susie",
  "theresa teresa",
  "thomas tom tommy",
  "timothy tim timmy",
  "victoria vicky vicki",
  "walter walt",
  "william bill will billy",
  // Spanish, Portuguese, Italian
  "francisco paco pancho",
  "ignacio nacho",
  "jose pepe ze",
  "guadalupe lupe",
  "giuseppe peppe beppe",
  // German, Polish, Czech
  "friedrich fritz",
  "josef sepp",
  "katarzyna kasia",
  "malgorzata gosia",
  "barbara basia",
  "tomasz tomek",
  "wojciech wojtek",
  // Russian and Ukrainian, as they are written in Latin letters
  "mikhail misha mihail",
  "nikolai nikolay kolya",
  "dmitri dmitry dmitriy dmitrii dima",
  "vladimir vova volodya",
  "sergei sergey serhii serhiy seryozha",
  "aleksei alexey aleksey alexei alyosha",
  "andrei andrey andrii andriy",
  "yuri yuriy yurii iurii",
  "ekaterina yekaterina katya",
  "tatiana tatyana",
  // Arabic, as it is written in Latin letters
  "muhammad mohammad mohammed mohamed muhammed mohamad muhamad",
  "ahmad ahmed",
  "yusuf yousef youssef yousuf",
  "hussein hussain husain",
  "omar umar",
  "ibrahim ebrahim",
];

const GROUP_OF: ReadonlyMap<string, string> = new Map(
  GROUPS.toReversed().flatMap((group) => {
    const names = group.split(" ");
    return names.map((name) => [name, names[0] ?? name] as const);
  }),
);

/** The name that stands for its group; a name of no group stands for itself. */
export const groupOfGivenName = (name: string): string => GROUP_OF.get(name) ?? name;
