import type { Story } from '../specification';

export const enList: Story = {
  lang: 'en',
  site: 'The Millbrook Courier',
  host: 'millbrook-courier',
  section: 'Town',
  byline: 'Town desk',
  headline: 'Five things that change in Millbrook this autumn',
  body: [
    'The town council has voted on its plans for the second half of the year. Most of them will be felt by people who walk, swim or wait for a bus.',
    '## 1. The pool opens at six',
    'Early swimmers had asked for it for years: on weekdays the indoor pool will open at six in the morning. A second lifeguard has been hired.',
    '## 2. Line 4 runs until midnight',
    'The last bus to the hill estate will leave the station at ten to twelve. These stops are served after dark:',
    '- Station Square',
    '- Mill Lane',
    '- Upper Hill School',
    '## 3. The market moves',
    'While the square is being paved, the Saturday market moves to the car park behind the library. The stallholders fear for their customers.',
    'The works are to last until spring, the council said in a statement.',
  ],
};

export const enTrail: Story = {
  lang: 'en',
  site: 'Harrow Valley Post',
  host: 'harrow-valley-post',
  section: 'Outdoors',
  byline: 'Staff reporter',
  headline: 'Volunteers reopen the old quarry railway as a footpath',
  body: [
    'A footpath of seven miles now follows the track of the old quarry railway in Harrow Valley. Volunteers cleared the last section at the weekend.',
    'The line had carried slate to the harbour until 1961. Since then brambles had grown over the rails and two of its bridges had fallen into the river.',
    'It took eleven years, said the treasurer of the path’s society. “We thought that it would take three,” she added.',
    'The new bridges are made of larch from the valley and are wide enough for wheelchairs. The society paid for them with the sale of second-hand books.',
    'A café in the former station at the upper end is to open before Easter.',
  ],
};

export const enLive: Story = {
  lang: 'en',
  site: 'Port Ellery Herald',
  host: 'port-ellery-herald',
  section: 'Local',
  byline: 'Newsroom',
  headline: 'Live: Ferry freed after a night on the sandbank off Port Ellery',
  body: [
    'All sixty-two passengers are ashore. They were given tea and blankets in the school gym, and most of them have left by bus.',
    'The ferry is afloat again. Two tugs pulled it off the sandbank at high water and are now bringing it into the harbour.',
    'Divers have found no damage to the hull, the harbour office says. The next crossing is planned for tomorrow morning.',
    'The lifeboat has brought out food and water. A passenger told us by telephone that the mood on board was good.',
    'A ferry has run aground on the sandbank outside Port Ellery in thick fog. Nobody is hurt, the coastguard says.',
  ],
};

export const deBread: Story = {
  lang: 'de',
  site: 'Lindenauer Bote',
  host: 'lindenauer-bote',
  section: 'Lokales',
  byline: 'Lokalredaktion',
  headline: 'Letzte Bäckerei im Tal wird zur Genossenschaft',
  body: [
    'Die letzte Bäckerei im Lindenauer Tal gehört seit Montag ihren Kunden. Mehr als vierhundert Menschen haben Anteile zu je hundert Euro gekauft.',
    'Der bisherige Besitzer hatte drei Jahre lang vergeblich einen Nachfolger gesucht. Im Frühjahr wollte er den Laden für immer schließen.',
    'Gebacken wird weiterhin im alten Steinofen, nun aber erst ab vier Uhr morgens. So hoffen die neuen Eigentümer, leichter Lehrlinge zu finden.',
    'Zweimal in der Woche fährt ein Lieferwagen die Höfe am Hang an. Für viele ältere Bewohner ist er der einzige Laden.',
    'Im ersten Jahr rechnet die Genossenschaft mit einem kleinen Verlust.',
  ],
};

export const frSheep: Story = {
  lang: 'fr',
  site: 'La Gazette du Val-Perdu',
  host: 'gazette-val-perdu',
  section: 'Région',
  byline: 'La rédaction',
  headline: 'Des moutons remplacent les tondeuses au cimetière de Val-Perdu',
  body: [
    'Douze moutons entretiennent depuis lundi les allées du cimetière de Val-Perdu. La commune a renoncé aux tondeuses et aux désherbants.',
    'Le troupeau appartient à une bergère installée à la sortie du village. Elle passe matin et soir vérifier les clôtures et l’eau.',
    'Certaines familles craignaient pour les fleurs déposées sur les tombes. Un grillage bas les protège désormais.',
    '« On n’entend plus que les cloches, c’est bien plus paisible », confie une habitante venue arroser ses géraniums.',
    'L’essai doit durer jusqu’à l’automne, avant un vote du conseil municipal.',
  ],
};

export const esBakery: Story = {
  lang: 'es',
  site: 'El Faro de Arenal',
  host: 'faro-de-arenal',
  section: 'Local',
  byline: 'Redacción',
  headline: 'El pueblo de Arenal estrena una biblioteca dentro de un viejo barco',
  body: [
    'El pueblo de Arenal inauguró el lunes una biblioteca instalada en un barco pesquero que llevaba quince años varado en el puerto.',
    'Los carpinteros del astillero cambiaron las cubiertas y colocaron estantes para seis mil libros. La bodega se convirtió en sala de lectura.',
    'La idea partió de una maestra jubilada, que reunió firmas y donativos durante dos veranos.',
    '«Aquí trabajó mi padre y aquí leerán ahora mis nietos», contó uno de los antiguos marineros.',
    'La biblioteca abrirá todas las tardes y prestará también cañas de pescar.',
  ],
};

export const ptSchool: Story = {
  lang: 'pt',
  site: 'Folha da Serra Azul',
  host: 'folha-serra-azul',
  section: 'Local',
  byline: 'Da redação',
  headline: 'Escola rural troca o sinal por música feita pelos alunos',
  body: [
    'A escola rural de Serra Azul não tem mais sinal. Desde segunda-feira, as aulas começam com uma música gravada pelos próprios alunos.',
    'A ideia nasceu depois que uma professora percebeu que os menores se assustavam com o barulho da campainha.',
    'Cada turma compõe um trecho por mês, com violão, flauta e latas recolhidas no pátio.',
    'A direção conta que os atrasos diminuíram, porque ninguém quer perder a própria música.',
    'Outras três escolas do município já pediram ajuda para fazer o mesmo.',
  ],
};

export const itFountain: Story = {
  lang: 'it',
  site: 'Il Corriere di Montelago',
  host: 'corriere-montelago',
  section: 'Cronaca',
  byline: 'Redazione locale',
  headline: 'Torna a scorrere la fontana di Montelago, spenta da trent’anni',
  body: [
    'La fontana della piazza di Montelago ha ripreso a scorrere lunedì sera, dopo trent’anni di silenzio. In piazza c’era quasi tutto il paese.',
    'L’acqua arriva da una sorgente che era stata dimenticata e che due studenti di geologia hanno ritrovato seguendo una vecchia mappa.',
    'Il restauro è costato novantamila euro, raccolti in gran parte con cene e tombole.',
    'Il Comune ha deciso che l’acqua in eccesso servirà a irrigare gli orti della scuola.',
    'Resta da riparare la statua, che tornerà al suo posto in primavera.',
  ],
};

export const nlMill: Story = {
  lang: 'nl',
  site: 'Dagblad De Wending',
  host: 'dagblad-de-wending',
  section: 'Regio',
  byline: 'Regioredactie',
  headline: 'Windmolen uit 1820 maalt weer graan voor de buurt',
  body: [
    'De molen aan de Wendingsedijk draait weer. Maandag maalde hij voor het eerst sinds de storm van zeven jaar geleden een zak tarwe.',
    'Een ploeg van gepensioneerde timmerlieden maakte nieuwe wieken van lariks. De as kon worden gered.',
    'Het meel wordt verkocht in de dorpswinkel en gaat naar twee bakkers in de omgeving.',
    'Volgens de molenaar is er genoeg vraag, maar ontbreekt het nog aan leerlingen die het vak willen leren.',
    'In het voorjaar begint daarom een cursus voor beginners.',
  ],
};

export const plOrchard: Story = {
  lang: 'pl',
  site: 'Głos Doliny',
  host: 'glos-doliny',
  section: 'Region',
  byline: 'Redakcja',
  headline: 'Mieszkańcy Jabłonnej uratowali sad sprzed stu lat',
  body: [
    'Stuletni sad w Jabłonnej nie zostanie wycięty. Rada gminy zgodziła się w poniedziałek, by opiekę nad nim przejęli mieszkańcy.',
    'Na miejscu sadu miał powstać parking. Przeciwnicy budowy zebrali ponad dwa tysiące podpisów.',
    'W sadzie rosną odmiany jabłoni, których nie ma już w żadnej szkółce. Uczniowie technikum zaczęli je szczepić.',
    'Jesienią mieszkańcy chcą tłoczyć sok i sprzedawać go na rynku, a pieniądze wydać na narzędzia.',
    'Pierwsze wspólne przycinanie drzew zaplanowano na luty.',
  ],
};

export const ruFerry: Story = {
  lang: 'ru',
  site: 'Вести Заречья',
  host: 'vesti-zarechya',
  section: 'Город',
  byline: 'Отдел новостей',
  headline: 'В Заречье после трёхлетнего перерыва снова ходит паром',
  body: [
    'В Заречье после трёхлетнего перерыва снова начал ходить паром через реку. Всё это время жителям посёлка приходилось ехать в объезд сорок километров.',
    'Старое судно списали из-за ржавчины, а на новое в районе не было денег. Помог завод, который построил паром по сниженной цене.',
    'За один рейс он перевозит двенадцать машин и сто пассажиров. Для школьников проезд бесплатный.',
    'Жительница посёлка рассказала, что теперь успевает на работу без пересадок и возвращается домой засветло.',
    'Зимой паром будет стоять, пока на реке держится лёд.',
  ],
};

export const ukHives: Story = {
  lang: 'uk',
  site: 'Наша Левада',
  host: 'nasha-levada',
  section: 'Місто',
  byline: 'Кореспондентка',
  headline: 'На даху школи у Вишневому з’явилися вулики',
  body: [
    'На даху школи у Вишневому відкрили невелику пасіку. Шість вуликів подарував місцевий пасічник, а доглядатимуть їх старшокласники.',
    'Учні вели щоденник цвітіння і з’ясували, що навколо школи достатньо лип та акацій.',
    'Батьки спершу хвилювалися через алергію, тому вихід на дах дозволено лише з учителем.',
    'Перший мед діти хочуть продати на ярмарку, а на виручені гроші купити мікроскопи.',
    'Наступної весни пасіку планують подвоїти.',
  ],
};

export const trKitchen: Story = {
  lang: 'tr',
  site: 'Çamlıdere Postası',
  host: 'camlidere-postasi',
  section: 'Yerel',
  byline: 'Haber Merkezi',
  headline: 'Köyün eski okulu kadınların işlettiği bir fırına dönüştü',
  body: [
    'Çamlıdere köyünde on yıldır boş duran okul binası, kadınların işlettiği bir fırına dönüştü. Fırın pazartesi günü ilk ekmeğini çıkardı.',
    'Binanın çatısını köylüler birlikte onardı. Taş fırını ise ilçedeki bir usta ücret almadan yaptı.',
    'Fırında sekiz kadın çalışıyor ve günde üç yüz ekmek pişiriliyor. Un, köyün kendi değirmeninden geliyor.',
    'Kooperatif başkanı, kazancın bir bölümüyle öğrencilere burs vereceklerini söyledi.',
    'Önümüzdeki ay fırının bahçesinde küçük bir çay ocağı da açılacak.',
  ],
};

export const elBoats: Story = {
  lang: 'el',
  site: 'Φωνή του Κόλπου',
  host: 'foni-tou-kolpou',
  section: 'Τοπικά',
  byline: 'Ρεπορτάζ',
  headline: 'Οι ψαράδες της Αγριάς καθαρίζουν τον βυθό κάθε Δευτέρα',
  body: [
    'Οι ψαράδες του μικρού λιμανιού αφήνουν κάθε Δευτέρα τα δίχτυα και βγάζουν σκουπίδια από τον βυθό. Μέσα σε έναν χρόνο μάζεψαν τέσσερις τόνους.',
    'Βρήκαν λάστιχα, μπαταρίες και παλιά δίχτυα που συνέχιζαν να παγιδεύουν ψάρια.',
    'Ο δήμος πληρώνει το καύσιμο, ενώ ένα εργαστήριο μετατρέπει το πλαστικό σε κασόνια.',
    'Ένας ψαράς είπε ότι φέτος ξαναείδε ιππόκαμπους για πρώτη φορά μετά από χρόνια.',
    'Το σχολείο του χωριού θα πάρει μέρος στον επόμενο καθαρισμό.',
  ],
};

export const svShop: Story = {
  lang: 'sv',
  site: 'Norrviks Allehanda',
  host: 'norrviks-allehanda',
  section: 'Lokalt',
  byline: 'Lokalredaktionen',
  headline: 'Obemannad lanthandel blev byns nya mötesplats',
  body: [
    'Sedan i måndags kan Norrviksborna handla mjölk mitt i natten. Byns nya lanthandel saknar personal och öppnas med ett kort.',
    'Butiken byggdes av en gammal skolbarack, och bönderna i trakten levererar själva sina varor.',
    'Föreningen som driver den var rädd för stölder, men hittills har ingenting försvunnit.',
    'Framför kassan står två soffor och en kaffebryggare. Där sitter någon nästan jämt, berättar ordföranden.',
    'Till sommaren ska butiken få en liten verkstad för cyklar.',
  ],
};
