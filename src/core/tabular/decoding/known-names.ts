/**
 * Names, places and words of addresses with letters beyond ASCII that stand in many files of contacts. Where a file has only
 * a word or two that tell its encoding, one that is known is worth more than what its letters say.
 */

const GIVEN = `
jürgen günter günther björn jörg jörn käthe bärbel rené renée andré andrée andrés françois françoise hélène noël noëlle gaël
gaëlle joël joëlle anaïs loïc benoît jérôme jérémy jérémie érik éric émile émilie élise éloïse élodie stéphane stéphanie
frédéric geneviève valérie véronique cécile céline chloé chloë zoé zoë théo théa léa léo léon noé ève raphaël raphaëlle
michèle michaël mickaël danièle gérard gérald hervé andréa aurélie aurélien sébastien amélie mélanie désirée aimée agnès
inès inês grégory grégoire clément clémence rémi rémy cédric édouard étienne josé josée jesús maría mário joão antónio
antônio luís luísa sérgio fátima mónica mônica cláudia cláudio lúcia lúcio márcia márcio patrícia vinícius otávio róisín
seán siobhán ciarán ángel ángela ángeles álvaro óscar íñigo iñaki iñigo begoña nuño úrsula raúl ramón rubén joaquín agustín
martín fermín julián adrián germán hernán fabián sebastián cristián simón césar tomás nicolás matías elías jeremías verónica
lucía sofía rocío ainhoá belén concepción asunción núria núñez søren jørgen jørn bjørn øyvind øystein håkon håkan håvard åse
åsa åke märta göran sören östen pål ståle kåre jiří ondřej tomáš lukáš matěj vojtěch václav miloš zdeněk bořivoj řehoř
štěpán šárka božena aleš łukasz michał paweł rafał małgorzata żaneta zdzisław stanisław władysław józef błażej jarosław
mirosław bogusław zoltán istván lászló józsef jános sándor győző ágnes éva zsófia ștefan ştefan ionuț ionuţ đorđe živko
željko gökhan ömer özgür ümit çağlar şükrü işıl ayşe
`;

const FAMILY = `
müller möller schäfer schröder krüger köhler könig krämer jäger böhm schütz förster götz büttner kühn lübke röder röhrig
bäcker gärtner vögel schönfeld schönberg weiß groß großmann weißmann strauß preuß voß heß kießling häuser hübner kröger
bühler öztürk yıldız yılmaz şahin çelik çetin özdemir aydın kılıç doğan arslanoğlu martínez garcía gonzález rodríguez
rodrígues fernández hernández lópez pérez sánchez ramírez gómez díaz jiménez álvarez gutiérrez vázquez vásquez domínguez
muñoz peña ibáñez ordóñez méndez suárez benítez ávila ortíz márquez guzmán león marín gaitán beltrán bermúdez córdova
castañeda yáñez zúñiga gonçalves simões conceição araújo magalhães guimarães assunção assumpção brandão falcão leitão galvão
aragão mendonça lourenço gouvêa valadão côrtes besançon lefèvre lefébvre léger lévêque lévesque évrard gérin béranger
mallarmé séguin rivière pélissier desprès bélanger côté gagné pagé thériault hébert prévost fréchette sørensen jørgensen
kjær næss ødegård ødegaard bjørnstad strøm møller mørk nørgaard bøgh høgh sjöberg sjögren sjöström åström åberg åkesson
öberg östlund lindström nyström bergström hägglund hägg björk björklund björkman holmström söderberg söderström ståhl
hämäläinen mäkinen mäkelä ström wójcik dąbrowska dąbrowski wałęsa jóźwiak świątek świderski woźniak pająk zając wróbel król
górski górska jabłoński jabłońska zieliński kamiński kozłowski wiśniewski wiśniewska szymański szymańska źródło novák dvořák
dvořáková nováková čapek škoda žižka šimek šimková hašek hájek kučera procházka svobodová černý němec růžička říha beneš
kovács szabó tóth horváth erdős győrfi molnár németh simić petrović jovanović marković đorđević živković
`;

const PLACES = `
köln münchen düsseldorf nürnberg würzburg lübeck tübingen göttingen saarbrücken mönchengladbach zürich genève österreich
malmö göteborg århus ålborg tromsø københavn jönköping linköping västerås örebro umeå luleå helsingør orléans nîmes évry
évreux béziers sète málaga córdoba cádiz jaén almería coruña logroño bogotá medellín méxico perú panamá querétaro mérida
cancún são brasília paraná maranhão ceará goiânia florianópolis łódź kraków gdańsk poznań wrocław toruń białystok rzeszów
plzeň české ústí győr pécs iași brașov braşov timișoara constanța tîrgu straße hauptstraße bahnhofstraße schulstraße
gartenstraße königsstraße königstraße größe großstadt köpenick téléphone société système café général président résidence
château église hôtel février août décembre dépôt dirección teléfono país región española españa año niño señor señora
compañía número población endereço praça coração município tél überall äpfel für geschäft geschäftsführer vertriebsbüro büro
straßen gmünd prénom numéro qualité
`;

const NAMES: ReadonlySet<string> = new Set(`${GIVEN} ${FAMILY} ${PLACES}`.trim().split(/\s+/));

export const isKnownName = (word: string): boolean => NAMES.has(word.toLowerCase());
