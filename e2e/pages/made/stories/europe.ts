import type { Story } from '../specification';

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
