/**
 * Pairs of contacts as people judge them, from what CRMs, address books and sign-up lists really hold. `==` one person,
 * `<>` two. Parts are told by their look: an email, a phone (+), a birthday, a LinkedIn profile (in/), an account (#), an
 * address (~street|postal code), and the name.
 */
export const LABELLED_PAIRS = `
Ann Lee · ann.lee@harbor.example · +14155550100 == Ann Lee · ann.lee@harbor.example
Ann Lee · #Harbor == Lee Ann · #Harbor
Ann Lee · +14155550100 == Ann Lee · +14155550101
Robert Miller · #Acme Inc · rmiller@acme.example == Bob Miller · #Acme · robert.miller@acme.example
William Turner · +442071838750 == Bill Turner · +442071838750
Jon Smith · jon.smith@acme.example == John Smith · john.smith@acme.example
Katherine Baker · katherine.baker@gmail.com == Katherine Baker · katherine.baker@gmial.com
Maria González · maria.g.1984@hotmail.com == Maria Gonzalez · maria.g.1984@hotmial.com
Peter Novák · peter.novak@firma.example · #Firma s.r.o. == Peter Novak · #Firma s.r.o. · +420601123456
Jürgen Müller · j.mueller@werk.example == Juergen Mueller · j.mueller@werk.example
Jürgen Müller · #Werk GmbH == Juergen Mueller · #Werk
Søren Østergård · #Nordlys ApS == Soren Ostergard · #Nordlys
Иван Петров · ivan@stroy.example == Ivan Petrov · ivan@stroy.example
Иван Петров · +79161234567 == Ivan Petrov · +79161234567
Сергей Иванов · #Строй == Иванов Сергей · #Строй
Юлия Смирнова · 1988-02-03 == Yulia Smirnova · 1988-02-03
Γιώργος Παπαδόπουλος · +302101234567 == Giorgos Papadopoulos · +302101234567
王伟 · wang.wei@huaxia.example == 王伟 · wang.wei@huaxia.example · +8613800138000
王 伟 · +8613800138000 == 王伟 · +8613800138000
김민수 · #한빛 == 김민수 · #한빛 · minsu.kim@hanbit.example
佐藤 花子 · hanako.sato@sakura.example == 佐藤花子 · #さくら · hanako.sato@sakura.example
محمد علي · m.ali@noor.example == محمد علي · m.ali@noor.example · +201001234567
Mohammed Ali · +201001234567 == Muhammad Ali · +201001234567
Mohamed Hassan · #Nile Trading == Mohammed Hassan · #Nile Trading
Yusuf Demir · yusuf.demir@anadolu.example == Youssef Demir · yusuf.demir@anadolu.example
Anna Maria Silva · ana@silva.example == Anna Silva · ana@silva.example
Juan García López · +34600111222 == Juan García · +34600111222
Juan Carlos Pérez · #Solar == Juan Pérez · #Solar · jc.perez@solar.example
João da Silva · #Café Lisboa == Joao da Silva · #Café Lisboa · +351912345678
Smith, John · +14155550123 == John Smith · +14155550123
Dr. Eva Braun · eva.braun@klinik.example == Eva Braun · eva.braun@klinik.example
Mr John O'Neil · joneil@dublin.example == John ONeil · joneil@dublin.example
Mary-Jane Watson · #Bugle == Mary Jane Watson · #Bugle
Jane Doe · jane@doe.example == jane@doe.example
Jane Doe · in/janedoe == Jane M. Doe · in/janedoe
Jane Doe · in/janedoe == Jane Roe · in/janedoe
Emma Schulz · emma.s@web.de · 1990-05-06 == Emma Wagner · emma.s@web.de · 1990-05-06
Emma Schulz · emma.s@web.de == Emma Wagner · emma.s@web.de
J. Smith · jsmith@northwind.example == John Smith · jsmith@northwind.example
J Smith · +14155550177 == John Smith · +14155550177
J. R. Brown · jr.brown@mill.example == James Robert Brown · jr.brown@mill.example
Steven Clark · steve.clark@oak.example == Stephen Clark · #Oak · steve.clark@oak.example
Catherine Moore · +441614960000 == Kate Moore · +441614960000
Elizabeth Hall · #Hall & Sons == Liz Hall · #Hall & Sons
Michael Green · mike.green@fern.example == Mike Green · michael.green@fern.example
Thomas White · #Pine Ltd · +441134960000 == Tom White · #Pine Limited
Nicholas Young · +14165550111 == Nick Young · +14165550111
Christopher King · chris.king@crown.example == Chris King · chris.king@crown.example
Alexander Weber · +4930123456 == Alex Weber · +4930123456
Alexandra Popova · alex.popova@mail.ru == Alex Popova · alex.popova@mail.ru
Benjamin Roth · 1979-11-30 == Ben Roth · 1979-11-30
Daniel Kim · daniel.kim@seoul.example == Dan Kim · dan.kim@seoul.example
Francisco Torres · #Toro SA == Paco Torres · #Toro
José Ruiz · +34911234567 == Pepe Ruiz · +34911234567
Katarzyna Nowak · k.nowak@wisla.example == Kasia Nowak · k.nowak@wisla.example
Małgorzata Zielińska · +48221234567 == Gosia Zielinska · +48221234567
Dmitry Sokolov · #Volga == Dmitri Sokolov · #Volga
Дмитрий Соколов · d.sokolov@volga.example == Dmitry Sokolov · d.sokolov@volga.example
Giuseppe Rossi · g.rossi@pasta.example == Beppe Rossi · g.rossi@pasta.example
Marta Kowalska · m.kowalska@wisla.example == Marta Kowalsak · m.kowalska@wisla.example
Sebastian Richter · #Turm == Sebastain Richter · #Turm
Frederik Lindqvist · #Fjord == Frederik Lindqvsit · #Fjord
Jonathan Edwards · 1981-07-08 == Jonathan Edwrads · 1981-07-08
Charlotte Dubois · #Lumière == Charlote Dubois · #Lumière
Thomas Anderson · +14155550199 == Thomas Andersson · +14155550199
Olivia Martin · olivia.martin@lys.example == Olivia Martin · olivia.martni@lys.example
Henry Ford · henry.ford@detroit.example == Henry Ford · henryford@detroit.example
Henry Ford · +13135550100 == Henry Ford · +13135550100;ext=7
Lena Fischer · lena.fischer@bach.example == Lena Fischer · lena.fischer@bach.de.example
Lena Fischer · lena@quelle.de == Lena Fischer · lena@quelle.com
Oskar Lang · skater_osk77@gmx.de == Oskar Lang · skater_osk77@gmail.com
Paula Klein · paula.klein+shop@gmail.com == Paula Klein · paulaklein@gmail.com
Nina Wolf · nina.wolf@googlemail.com == Nina Wolf · nina.wolf@gmail.com
Tim Berger · +4915112345678 == Tim Berger · +4315112345678
Ruth Stein · 1955-03-04 == Ruth Stein · 1955-04-03 · +4930998877
Ruth Stein · 1955-03-04 · #Stein KG == Ruth Stein · 1955-04-03 · #Stein KG
Amy Chen · ~12 Main St|94105 == Amy Chen · ~12 Main St|94105 · amy@chen.example
Oliver Stone · oliver@stone.example · 1946-09-15 == Oliver Stone · ostone@gmail.com · 1946-09-15
Grace Hopper · #Navy · grace.hopper@navy.example == Grace Hopper · #Navy · ghopper@gmail.com · +12025550100
Isabel Allende · #Libros · +56221234567 == Isabel Allende · #Libros · +56998765432
Priya Sharma · priya.sharma@indus.example == Priya Sharma · #Indus · psharma@indus.example
Rahul Verma · rahul@verma.example · +919812345678 == Rahul Verma · +919812345678
Nguyễn Văn An · an.nguyen@hanoi.example == Nguyen Van An · an.nguyen@hanoi.example
Trần Thị Mai · #Sông == Mai Trần Thị · #Sông
Çağla Yılmaz · #Ege == Cagla Yilmaz · #Ege
Łukasz Wójcik · lukasz@wojcik.example == Lukasz Wojcik · lukasz@wojcik.example
Hans Meyer · hans.meyer@alpen.example · +41441234567 == Hans Meier · hans.meyer@alpen.example
Sarah Connor · sarah@connor.example == Sara Connor · sarah@connor.example
Ulrike Groß · #Berg AG == Ulrike Gross · #Berg
info@mill.example · +14155550155 == info@mill.example · +14155550155
Zoë Kravitz · #Lola == Zoe Kravitz · #Lola
Leo Strauss · leo@strauss.example == L. Strauss · leo@strauss.example
Ann Lee · ann.lee@harbor.example <> Ann Lee · ann.lee@gmail.com · #Pinecrest
Ann Lee <> Ann Lee
John Smith · john.smith@acme.example · +14155550100 · 1970-01-02 <> John Smith · jsmith@borealis.example · +12125550199 · 1985-06-07
John Smith · 1950-01-02 · #Smith & Sons <> John Smith · 1978-08-09 · #Smith & Sons
John Smith Jr. · #Smith & Sons · ~1 Elm St|02139 <> John Smith Sr. · #Smith & Sons · ~1 Elm St|02139
Robert Downey Jr · +13105550100 <> Robert Downey Sr · +13105550100
George Foreman III · #Grill <> George Foreman IV · #Grill
Pedro Santos Filho · #Mar <> Pedro Santos Pai · #Mar
Anna Weber · +4930123456 <> Peter Weber · +4930123456
Anna Weber · familie.weber@web.de <> Peter Weber · familie.weber@web.de
Anna Weber · #Weber KG <> Peter Weber · #Weber KG
Anna Weber · 1980-01-02 · ~Weg 1|10115 <> Lena Weber · 1980-01-02 · ~Weg 1|10115
Daniel Novak · #Firma <> Daniela Novak · #Firma
Martin Huber · +43123456789 <> Martina Huber · +43123456789
Julian Bauer · #Hof <> Juliane Bauer · #Hof
Mario Ricci · #Vino <> Maria Ricci · #Vino
Andrea Conti · #Vino <> Andreas Conti · #Vino
Ivan Petrov · #Stroy <> Ivan Petrova · #Stroy
Marta Kowalska · #Wisla <> Maria Kowalska · #Wisla
Lisa Braun · #Klinik <> Luisa Braun · #Klinik
Karin Schmidt · #Turm <> Katrin Schmidt · #Turm
Jan de Vries · #Tulp <> Jana de Vries · #Tulp
Kim Min-su · #Hanbit <> Kim Min-ji · #Hanbit
김민수 · #한빛 <> 김민지 · #한빛
王伟 <> 王伟 · #北方
王伟 · #华夏 <> 王芳 · #华夏
李娜 · li.na@huaxia.example · +8613911110000 <> 李娜 · na.li@north.example · +8618622220000
Иван Петров · #Строй <> Пётр Иванов · #Строй
Иван Иванов · 1970-01-01 <> Иван Иванов · 1991-12-12
Mohammed Ali · m.ali@noor.example <> Mohammed Ali · mali@cairo.example · +201119998877
Mohammed Ali · 1977-01-01 <> Mohammed Ali · 1999-09-09
Maria Garcia · maria.garcia@sol.example <> Maria Garcia · maria.garcia@luna.example
Maria Garcia · maria.garcia@gmail.com <> Maria Garcia · maria.garcia@hotmail.com
Maria Garcia · maria.garcia1@gmail.com <> Maria Garcia · maria.garcia2@gmail.com
Jose Hernandez · jose.hernandez@sol.example · +34600111222 <> Jose Hernandez · jhernandez@luna.example · +34699888777
Thomas Müller · t.mueller@werk.example <> Thomas Müller · thomas.mueller@fabrik.example · #Fabrik
Thomas Müller · #Werk · thomas.mueller@werk.example <> Thomas Müller · #Werk · thomas.mueller2@werk.example
Nguyen Thi Lan · #Song <> Nguyen Thi Mai · #Song
Nguyen Van An · an.nguyen@hanoi.example <> Nguyen Van Anh · anh.nguyen@saigon.example
Peter Lang · info@lang.example <> Petra Lang · info@lang.example
Peter Lang · office@lang.example · +4930111222 <> Julia Koch · office@lang.example · +4930111222
Ann Lee · +14155550100;ext=1 <> Bo Chan · +14155550100;ext=2
Ann Lee · +14155550100 <> Bo Chan · +14155550101
Sarah Jones · sarah@a.example <> Sarah Jones · sarah@b.example
Sarah Jones · in/sarahjones <> Sarah Jones · in/sarah-jones-99
Sarah Jones · #Oak · in/sarahjones <> Sarah Jones · #Oak · in/sarah-jones-99
Sarah Jones · #Oak <> Sarah Johnson · #Oak
Emily Clark · #Oak · eclark@oak.example <> Emma Clark · #Oak · emclark@oak.example
J. Smith · #Northwind <> John Smith · #Northwind · john.smith@northwind.example
J. Smith · #Northwind <> Jane Smith · #Northwind
Anna · #Salon <> Anna Bergmann · #Salon
Anna · anna@a.example <> Anna · anna@b.example
Chris Evans · #Marvel <> Christine Evans · #Marvel
Alex Popov · #Volga <> Alexandra Popov · #Volga
+14155550100 <> Ann Lee · ann@lee.example
a.lee@harbor.example <> b.lee@harbor.example
sales@harbor.example <> support@harbor.example
Paul Martin · paul@martin.example · 1960-01-01 <> Pauline Martin · pauline@martin.example · 1962-02-02
Paul Martin · #Lys · pmartin@lys.example <> Martin Paul · #Fer · mpaul@fer.example
Hiroshi Tanaka · #Sakura · h.tanaka@sakura.example <> Hiroki Tanaka · #Sakura · hiroki.tanaka@sakura.example
佐藤 花子 · #さくら <> 佐藤 太郎 · #さくら
Fatima Zahra · +212600111222 <> Fatima Zohra · +212655443322
Ahmed Khan · #Indus · ahmed.khan@indus.example · +923001111111 <> Ahmed Khan · #Ganges · akhan@ganges.example · +919822222222
Luca Bianchi · 1990-01-01 · luca@bianchi.example <> Luca Bianchi · 1990-11-23 · lbianchi@verde.example
Sofia Rossi · ~Via Roma 1|00184 <> Sofia Russo · ~Via Roma 1|00184
David Cohen · #Negev · dcohen@negev.example <> Daniel Cohen · #Negev · daniel@negev.example
Tim Berger · tim@berger.example · +4930123456 <> Tom Berger · tom@berger.example · +4930123456
Ole Hansen · #Fjord <> Ola Hansen · #Fjord
Grace Foster · grace.foster@example.org · 1979-10-19 · #Northwind <> Grace Yates · grace.yates@example.org · 1979-10-19 · #Pine Street
Kara MacDonald · kara.macdonald@example.com · +14155550197 <> Yara MacDonald · yara.macdonald@example.com · +14155550113
Kari Hansen · +4722334455 <> Karl Hansen · +4722334455
`;
