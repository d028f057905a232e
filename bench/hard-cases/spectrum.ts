/** What csv-spectrum and the tests of RFC 4180 readers check, made again. */
import { type HardCase, hardCase } from "./hard-case.ts";

const simple = { header: ["a", "b", "c"], rows: [["1", "2", "3"]] };

export const SPECTRUM: readonly HardCase[] = [
  hardCase("comma in quotes", 'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123\n', {
    header: ["first", "last", "address", "city", "zip"],
    rows: [["John", "Doe", "120 any st.", "Anytown, WW", "08123"]],
  }),
  hardCase("empty", 'a,b,c\n1,"",""\n2,3,4\n', {
    header: ["a", "b", "c"],
    rows: [
      ["1", "", ""],
      ["2", "3", "4"],
    ],
  }),
  hardCase("empty, CRLF", 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', {
    header: ["a", "b", "c"],
    rows: [
      ["1", "", ""],
      ["2", "3", "4"],
    ],
  }),
  hardCase("escaped quotes", 'a,b\n1,"ha ""ha"" ha"\n3,4\n', {
    header: ["a", "b"],
    rows: [
      ["1", 'ha "ha" ha'],
      ["3", "4"],
    ],
  }),
  hardCase("JSON", 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n', {
    header: ["key", "val"],
    rows: [["1", '{"type": "Point", "coordinates": [102.0, 0.5]}']],
  }),
  hardCase("newlines", 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n', {
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["Once upon \na time", "5", "6"],
      ["7", "8", "9"],
    ],
  }),
  hardCase("newlines, CRLF", 'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n', {
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["Once upon \r\na time", "5", "6"],
      ["7", "8", "9"],
    ],
  }),
  hardCase("quotes and newlines", 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n', {
    header: ["a", "b"],
    rows: [
      ["1", 'ha \n"ha" \nha'],
      ["3", "4"],
    ],
  }),
  hardCase("simple", "a,b,c\n1,2,3", simple),
  hardCase("simple, CRLF", "a,b,c\r\n1,2,3", simple),
  hardCase("simple, CR", "a,b,c\r1,2,3", simple),
  hardCase("UTF-8", "a,b,c\n1,2,3\n4,5,ʤ\n", {
    header: ["a", "b", "c"],
    rows: [
      ["1", "2", "3"],
      ["4", "5", "ʤ"],
    ],
  }),
  hardCase(
    "location coordinates",
    'Contact Phone Number,Location Coordinates,Cities,Counties\n8005551212,"37°36\'37.8""N-121°2\'17.9""W",Brentwood,Contra Costa\n',
    {
      header: ["Contact Phone Number", "Location Coordinates", "Cities", "Counties"],
      rows: [["8005551212", "37°36'37.8\"N-121°2'17.9\"W", "Brentwood", "Contra Costa"]],
    },
  ),
  hardCase("a quoted cell that is one quote", 'name,mark\nAnn,""""\nBob,x\n', {
    header: ["name", "mark"],
    rows: [
      ["Ann", '"'],
      ["Bob", "x"],
    ],
  }),
  hardCase("quoted header with line break", '"full\nname",email\nAnn,ann@example.com\n', {
    header: ["full\nname", "email"],
    rows: [["Ann", "ann@example.com"]],
  }),
  hardCase("spaces kept", "name,city\n Ann , Oslo\nBob,  \n", {
    header: ["name", "city"],
    rows: [
      [" Ann ", " Oslo"],
      ["Bob", "  "],
    ],
  }),
  hardCase("no final line end behind a quote", 'name,city\nAnn,"Oslo"', {
    header: ["name", "city"],
    rows: [["Ann", "Oslo"]],
  }),
  hardCase("empty last cell and no final line end", "name,email,city\nAnn,ann@example.com,", {
    header: ["name", "email", "city"],
    rows: [["Ann", "ann@example.com", ""]],
  }),
  hardCase("one column", "email\nann@example.com\nbob@example.com\n", {
    header: ["email"],
    rows: [["ann@example.com"], ["bob@example.com"]],
  }),
  hardCase("only empty quoted cells in a row", 'name,email\nAnn,ann@example.com\n"",""\nBob,bob@example.com\n', {
    header: ["name", "email"],
    rows: [
      ["Ann", "ann@example.com"],
      ["Bob", "bob@example.com"],
    ],
  }),
];
