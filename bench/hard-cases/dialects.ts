/** Files of the kind that dialect collections hold, and those that other sniffers are known to take wrongly. */
import { type HardCase, hardCase } from "./hard-case.ts";

/** `header` and rows as lines of cells parted by a character that no case uses. */
function textCase(name: string, file: string, table: string, header = true): HardCase {
  const lines = table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("¦"));
  return hardCase(
    name,
    file,
    header ? { header: lines[0] ?? [], rows: lines.slice(1) } : { header: null, rows: lines },
  );
}

const repeat = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

export const DIALECTS: readonly HardCase[] = [
  textCase(
    "semicolons, decimal commas",
    "Name;Betrag;Ort\nAnn;1,50;Köln\nBob;2,75;Bonn\nCid;3,00;Ulm\n",
    "Name¦Betrag¦Ort\nAnn¦1,50¦Köln\nBob¦2,75¦Bonn\nCid¦3,00¦Ulm",
  ),
  textCase(
    "lists in brackets beside semicolons",
    "id;has_data;cost;group;sub\n1;False;62.25;['345'];['10']\n2;False;54.00;['235', '112'];['256', '9']\n3;True;46.50;['112', '112'];['765', '766']\n",
    "id¦has_data¦cost¦group¦sub\n1¦False¦62.25¦['345']¦['10']\n2¦False¦54.00¦['235', '112']¦['256', '9']\n3¦True¦46.50¦['112', '112']¦['765', '766']",
  ),
  textCase(
    "times and colons, no header",
    repeat(8, (at) => `bytearray(b'fake data'),20:53:0${at},2019-09-01T19:28:2${at}\n`),
    repeat(8, (at) => `bytearray(b'fake data')¦20:53:0${at}¦2019-09-01T19:28:2${at}\n`),
    false,
  ),
  textCase(
    "bars between quoted addresses",
    `"Company"|"Address"\n${repeat(9, (at) => `"Private Company ${at}"|"Point Rd ${at}"\n`)}`,
    `Company¦Address\n${repeat(9, (at) => `Private Company ${at}¦Point Rd ${at}\n`)}`,
  ),
  textCase(
    "quoted pair of numbers between semicolons",
    'Country;Location;Count;Date\nChina;"35.86166;104.19397";97100,7;04/07/20\n',
    "Country¦Location¦Count¦Date\nChina¦35.86166;104.19397¦97100,7¦04/07/20",
  ),
  textCase(
    "one cell in single quotes",
    'datecol,textcol\n1/1/19,"text"\n1/2/19,"text"\n1/6/19,"text, with comma"\n1/9/19,\'text\'\n',
    "datecol¦textcol\n1/1/19¦text\n1/2/19¦text\n1/6/19¦text, with comma\n1/9/19¦'text'",
  ),
  textCase(
    "bars with a title line above",
    `Extraction of 2025-01-06\nidPlant;Owner;Brand;Name;Kind\n${repeat(12, (at) => `${52000 + at};SHOP ${at} | ROAD ${at} SRL;White;Station "${at}" inc;Road\n`)}`,
    `idPlant¦Owner¦Brand¦Name¦Kind\n${repeat(12, (at) => `${52000 + at}¦SHOP ${at} | ROAD ${at} SRL¦White¦Station "${at}" inc¦Road\n`)}`,
  ),
  textCase(
    "file paths",
    "sample,is_nc,fastq_1,fastq_2\n5B7822-M1-U055G,False,data/5B7822_S12_R1_001.fastq.gz,\n5B7822-M1-U042G,False,data/5B7822_S3_R1_001.fastq.gz,\n",
    "sample¦is_nc¦fastq_1¦fastq_2\n5B7822-M1-U055G¦False¦data/5B7822_S12_R1_001.fastq.gz¦\n5B7822-M1-U042G¦False¦data/5B7822_S3_R1_001.fastq.gz¦",
  ),
  textCase(
    "numbered names",
    `category_id|name|last_update\n${repeat(9, (at) => `${at}|Action ${at}|2006-02-15 04:46:2${at}\n`)}`,
    `category_id¦name¦last_update\n${repeat(9, (at) => `${at}¦Action ${at}¦2006-02-15 04:46:2${at}\n`)}`,
  ),
  textCase(
    "web addresses with commas and semicolons",
    "name\turl\nAnn\thttps://example.com/a,b;c?x=1|2\nBob\thttps://example.com/d,e;f?x=3|4\n",
    "name¦url\nAnn¦https://example.com/a,b;c?x=1|2\nBob¦https://example.com/d,e;f?x=3|4",
  ),
  textCase(
    "JSON between tabs",
    'id\tpayload\n1\t{"a":1,"b":[1,2]}\n2\t{"a":2,"b":[3,4]}\n3\t{"a":3,"b":[]}\n',
    'id¦payload\n1¦{"a":1,"b":[1,2]}\n2¦{"a":2,"b":[3,4]}\n3¦{"a":3,"b":[]}',
  ),
  textCase(
    "space-separated log",
    'host ident time request status\n10.0.0.1 - 12:00:01 "GET /a b" 200\n10.0.0.2 - 12:00:02 "GET /c d" 404\n10.0.0.3 - 12:00:03 "GET /e f" 200\n',
    "host¦ident¦time¦request¦status\n10.0.0.1¦-¦12:00:01¦GET /a b¦200\n10.0.0.2¦-¦12:00:02¦GET /c d¦404\n10.0.0.3¦-¦12:00:03¦GET /e f¦200",
  ),
  textCase("numbers between spaces", "1 2 3\n4 5 6\n7 8 9\n10 11 12\n", "1¦2¦3\n4¦5¦6\n7¦8¦9\n10¦11¦12", false),
  textCase(
    "colons as in /etc/passwd",
    "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nann:x:1000:1000:Ann Lee:/home/ann:/bin/zsh\n",
    "root¦x¦0¦0¦root¦/root¦/bin/bash\ndaemon¦x¦1¦1¦daemon¦/usr/sbin¦/usr/sbin/nologin\nann¦x¦1000¦1000¦Ann Lee¦/home/ann¦/bin/zsh",
    false,
  ),
  textCase(
    "double bars in text beside commas",
    "id,text\n1,a || b\n2,c || d\n3,e || f\n",
    "id¦text\n1¦a || b\n2¦c || d\n3¦e || f",
  ),
  textCase(
    "tabs with commas and quotes in text",
    'Name\tNote\nAnn\tsays "hi", twice\nBob\t5" pipe, new\nCid\t"quoted" start\n',
    'Name¦Note\nAnn¦says "hi", twice\nBob¦5" pipe, new\nCid¦"quoted" start',
  ),
  textCase(
    "quoted and unquoted in one column",
    'name,city,note\n"Ann",Oslo,"a, b"\nBob,"Rome",c\n"Cid","Paris",\n',
    "name¦city¦note\nAnn¦Oslo¦a, b\nBob¦Rome¦c\nCid¦Paris¦",
  ),
  textCase(
    "sep line in capitals with semicolons",
    "SEP=;\nname;note\nAnn;a,b,c\nBob;d,e,f\n",
    "name¦note\nAnn¦a,b,c\nBob¦d,e,f",
  ),
  textCase("sep line, quoted", '"sep=;"\nname;note\nAnn;a,b\nBob;d,e\n', "name¦note\nAnn¦a,b\nBob¦d,e"),
  textCase("sep line naming the tab", "sep=\t\nname\tnote\nAnn\ta,b\nBob\td,e\n", "name¦note\nAnn¦a,b\nBob¦d,e"),
  textCase(
    "doubled delimiter",
    "name||email||city\nAnn||ann@example.com||Oslo\nBob||bob@example.com||Rome\nCid||cid@example.com||Paris\n",
    "name¦email¦city\nAnn¦ann@example.com¦Oslo\nBob¦bob@example.com¦Rome\nCid¦cid@example.com¦Paris",
  ),
  textCase(
    "trailing delimiters on every row but the header",
    "name,email\nAnn,ann@example.com,\nBob,bob@example.com,\nCid,cid@example.com,\n",
    "name¦email\nAnn¦ann@example.com\nBob¦bob@example.com\nCid¦cid@example.com",
  ),
  textCase(
    "names with commas between tabs",
    "Name\tTitle\nLee, Ann\tCEO, Sales\nRay, Bob\tCTO, Tech\nFox, Cid\tVP, Ops\n",
    "Name¦Title\nLee, Ann¦CEO, Sales\nRay, Bob¦CTO, Tech\nFox, Cid¦VP, Ops",
  ),
  textCase(
    "one column of names with commas",
    "Name\nLee, Ann\nRay, Bob\nFox, Cid\n",
    "Name\nLee, Ann\nRay, Bob\nFox, Cid",
  ),
  textCase(
    "one column of addresses, no header",
    "ann@example.com\nbob@example.com\ncid@example.com\n",
    "ann@example.com\nbob@example.com\ncid@example.com",
    false,
  ),
  textCase("one column, one row", "ann@example.com\n", "ann@example.com", false),
  textCase("one row", "Ann,Lee,ann@example.com\n", "Ann¦Lee¦ann@example.com", false),
  textCase(
    "names first and no header",
    "Ann,Lee,ann@example.com\nBob,Ray,bob@example.com\nCid,Fox,cid@example.com\n",
    "Ann¦Lee¦ann@example.com\nBob¦Ray¦bob@example.com\nCid¦Fox¦cid@example.com",
    false,
  ),
  textCase(
    "names and cities alone, no header",
    "Ann Lee,Berlin,Sales\nBob Ray,Oslo,Sales\nCid Fox,Berlin,Support\nDora Kim,Oslo,Sales\n",
    "Ann Lee¦Berlin¦Sales\nBob Ray¦Oslo¦Sales\nCid Fox¦Berlin¦Support\nDora Kim¦Oslo¦Sales",
    false,
  ),
  textCase("header after a blank line", "\n\nname,email\nAnn,ann@example.com\n", "name¦email\nAnn¦ann@example.com"),
  textCase(
    "spaces behind commas and quotes",
    'name, email, note\n"Ann Lee", "ann@example.com", "a, b"\n"Bob Ray", "bob@example.com", "c"\n',
    "name¦ email¦ note\nAnn Lee¦ann@example.com¦a, b\nBob Ray¦bob@example.com¦c",
  ),
  textCase("typographic quotes are text", "name,quote\nAnn,“hello”\nBob,‘bye’\n", "name¦quote\nAnn¦“hello”\nBob¦‘bye’"),
  textCase(
    "apostrophes are text",
    "name,city\n'Ann O'Neil,Oslo\nBob d'Or,'s-Hertogenbosch\n'Cid,Rome\n",
    "name¦city\n'Ann O'Neil¦Oslo\nBob d'Or¦'s-Hertogenbosch\n'Cid¦Rome",
  ),
  textCase(
    "inches and feet",
    'item,size\nPipe,5" pipe\nRod,8\'9" long\nPlank,12"\n',
    'item¦size\nPipe¦5" pipe\nRod¦8\'9" long\nPlank¦12"',
  ),
  textCase(
    "quotes not doubled",
    'name,says,city\n"Ann","she said "hi" to me","Oslo"\n"Bob","nothing","Rome"\n',
    'name¦says¦city\nAnn¦she said "hi" to me¦Oslo\nBob¦nothing¦Rome',
  ),
  textCase("text behind a closing quote", 'name,city\n"Ann" Lee,Oslo\nBob,Rome\n', "name¦city\nAnn Lee¦Oslo\nBob¦Rome"),
  textCase(
    "JSON quoted by backslashes",
    'id,data\n1,"{\\"a\\": 1, \\"b\\": 2}"\n2,"{\\"a\\": 3, \\"b\\": 4}"\n',
    'id¦data\n1¦{"a": 1, "b": 2}\n2¦{"a": 3, "b": 4}',
  ),
  textCase(
    "Windows paths",
    'name,folder\nAnn,"C:\\temp\\"\nBob,"D:\\files, old\\"\nCid,E:\\x\n',
    "name¦folder\nAnn¦C:\\temp\\\nBob¦D:\\files, old\\\nCid¦E:\\x",
  ),
  textCase(
    "phone numbers with dashes and brackets",
    "Name-Phone\nAnn-(415) 555 0100\nBob-(415) 555 0101\nCid-(415) 555 0102\n",
    "Name-Phone\nAnn-(415) 555 0100\nBob-(415) 555 0101\nCid-(415) 555 0102",
  ),
  textCase(
    "dates and times only",
    "start,end\n2024-01-05 10:00,2024-01-05 11:00\n2024-01-06 10:00,2024-01-06 11:00\n",
    "start¦end\n2024-01-05 10:00¦2024-01-05 11:00\n2024-01-06 10:00¦2024-01-06 11:00",
  ),
  textCase(
    "lists of tags between commas",
    "email,tags\nann@example.com,a;b;c\nbob@example.com,d;e;f\ncid@example.com,g;h;i\n",
    "email¦tags\nann@example.com¦a;b;c\nbob@example.com¦d;e;f\ncid@example.com¦g;h;i",
  ),
  textCase(
    "sparse columns",
    "a,b,c,d,e,f\n1,,,,,\n,2,,,,\n,,3,,,\n,,,4,,\n",
    "a¦b¦c¦d¦e¦f\n1¦¦¦¦¦\n¦2¦¦¦¦\n¦¦3¦¦¦\n¦¦¦4¦¦",
  ),
  textCase(
    "long text with many commas in the last column of a tab file",
    `id\ttext\n${repeat(6, (at) => `${at}\tone, two, three, four, five ${at}\n`)}`,
    `id¦text\n${repeat(6, (at) => `${at}¦one, two, three, four, five ${at}\n`)}`,
  ),
  textCase(
    "markdown with stars in multi-line cells",
    'name,bio\nAnn,"# About\n* one\n* two, three"\nBob,"* four\n* five"\nCid,"* six"\n',
    "name¦bio",
  ),
  textCase(
    "mark up",
    "name,html\nAnn,<p class='x'>hi; you</p>\nBob,<p class='y'>bye; you</p>\nCid,<b>x; y</b>\n",
    "name¦html\nAnn¦<p class='x'>hi; you</p>\nBob¦<p class='y'>bye; you</p>\nCid¦<b>x; y</b>",
  ),
].map((one) =>
  one.name.startsWith("markdown")
    ? {
        ...one,
        rows: [
          ["Ann", "# About\n* one\n* two, three"],
          ["Bob", "* four\n* five"],
          ["Cid", "* six"],
        ],
      }
    : one,
);
