// Random lists, written in every way a spreadsheet may, imported: the same records. And damaged at random: a sentence,
// or every line of the file in the project or told.
#include "fixtures.h"
#include "imports/profiles.h"
#include "packages.h"
#include "samples.h"
#include "support/example.h"

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace
{

using samples::Rows;

class Random
{
public:
    explicit Random(unsigned seed) : m_random(seed) {}
    int below(int bound) { return int(m_random() % unsigned(bound)); }
    template <class List>
    auto one(const List &list)
    {
        return list[decltype(list.size())(below(int(list.size())))];
    }
    // Words that a separator, a quote or an encoding may trip on; never the same twice, never a formula.
    QString words()
    {
        static const QStringList pieces{u"Éloïse"_s, u"l’été"_s,   u"a;b"_s,     u"dit \"oui\""_s, u"œuvre"_s, u"p|q"_s,
                                        u"Nîmes"_s,  u"à, côté"_s, u"« ici »"_s, u"10 €"_s,        u"O'Neil"_s};
        QString text = one(pieces);
        for (int i = below(3); i > 0; --i)
            text += u' ' + one(pieces);
        return text + u" n%1"_s.arg(++m_number);
    }
    QString maybe(const QString &text) { return below(4) == 0 ? QString() : text; }

private:
    std::mt19937 m_random;
    int m_number = 0;
};

template <class E>
QString label(E value)
{
    for (const auto &[each, choice] : domain::Choices<E>::all())
        if (each == value)
            return choice.label;
    return {};
}

QString answer(const domain::Answer &value)
{
    return !value ? QString() : *value ? u"oui"_s : u"non"_s;
}

// A list of one profile, and the facts of its records as « field=value » lines, sorted: what has to come back.
struct List {
    QString profile;
    QString table;
    Rows rows;
    QStringList facts;
};

// Every field that says something, but the place in the list.
QStringList factsOf(const domain::Projet &projet, const QString &tableName)
{
    const domain::TableDescription &table = *domain::table(tableName);
    QStringList facts;
    for (const domain::Id &id : table.ids(projet)) {
        QStringList record;
        for (const domain::FieldDescription &field : table.fields) {
            const domain::Value value = field.get(table.find(projet, id));
            if (field.name == u"rang" || value == field.initial)
                continue;
            record << field.name + u'=';
            if (const auto *text = std::get_if<QString>(&value))
                record.back() += *text;
            else if (const auto *number = std::get_if<qint64>(&value))
                record.back() += QString::number(*number);
            else if (const auto *decimal = std::get_if<double>(&value))
                record.back() += QString::number(*decimal, 'g', 12);
            else if (const auto *flag = std::get_if<bool>(&value))
                record.back() += QString::number(int(*flag));
            else if (const auto *date = std::get_if<QDate>(&value))
                record.back() += date->toString(Qt::ISODate);
        }
        facts << record.join(u'\n');
    }
    facts.sort();
    return facts;
}

List members(Random &random)
{
    List list{u"personnes"_s,
              u"personne"_s,
              {{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"Structure"_s, u"Statut"_s, u"Lieu d’exercice"_s, u"Email"_s,
                u"Gouvernance"_s, u"Élaboration"_s}},
              {}};
    domain::Projet meant;
    const auto &professions = support::references().professions().trame;
    for (int i = 1 + random.below(30); i > 0; --i) {
        domain::Personne each;
        each.nom = random.words();
        each.prenom = random.words();
        const auto &profession = random.one(professions);
        each.profession = profession.code;
        each.structure = random.maybe(random.words());
        each.statut = random.one(domain::Choices<domain::StatutMembre>::all()).first;
        each.lieuExercice = random.maybe(random.words());
        each.email = random.maybe(u"p%1@exemple.fr"_s.arg(i));
        each.gouvernance = random.below(3) == 0 ? domain::Answer() : domain::Answer(random.below(2) == 0);
        each.elaboration = random.below(3) == 0 ? domain::Answer() : domain::Answer(random.below(2) == 0);
        each.membre = true;
        meant.personnes.insert(domain::Id::create(), each);
        const bool silent = each.statut == domain::StatutMembre{};
        list.rows.push_back({each.nom, each.prenom, profession.singulier, each.structure,
                             silent ? QString() : label(each.statut), each.lieuExercice, each.email,
                             answer(each.gouvernance), answer(each.elaboration)});
    }
    list.facts = factsOf(meant, list.table);
    return list;
}

List partners(Random &random)
{
    List list{u"partenaires"_s,
              u"partenaire"_s,
              {{u"Partenaire"_s, u"Représentant"_s, u"Localisation"_s, u"Avancement"_s, u"Gouvernance"_s,
                u"Convention"_s, u"Date de la convention"_s}},
              {}};
    domain::Projet meant;
    for (int i = 1 + random.below(30); i > 0; --i) {
        domain::Partenaire each;
        each.service = random.words();
        each.representant = random.maybe(random.words());
        each.localisation = random.maybe(random.words());
        each.avancement = random.maybe(random.words());
        each.gouvernance = random.below(2) == 0;
        each.convention = random.below(2) == 0;
        if (*each.convention)
            each.conventionLe = QDate(2020, 1, 1).addDays(random.below(3'000));
        meant.partenaires.insert(domain::Id::create(), each);
        list.rows.push_back({each.service, each.representant, each.localisation, each.avancement,
                             answer(each.gouvernance), answer(each.convention),
                             each.conventionLe.toString(u"dd/MM/yyyy"_s)});
    }
    list.facts = factsOf(meant, list.table);
    return list;
}

List indicators(Random &random)
{
    List list{u"indicateurs"_s,
              u"indicateur"_s,
              {{u"Indicateur"_s, u"Territoire"_s, u"Région"_s, u"France"_s, u"Unité"_s, u"Source"_s, u"Année"_s,
                u"Commentaire"_s}},
              {}};
    domain::Projet meant;
    const auto figure = [&random] {
        return random.below(4) == 0 ? domain::Decimal() : domain::Decimal((random.below(200'000) - 500) / 100.0);
    };
    const auto written = [](const domain::Decimal &value) {
        return value ? QString::number(*value, 'g', 12).replace(u'.', u',') : QString();
    };
    for (int i = 1 + random.below(30); i > 0; --i) {
        domain::IndicateurDiagnostic each;
        each.intitule = random.words();
        each.territoire = random.below(20'000) / 100.0;
        each.region = figure();
        each.france = figure();
        each.unite = random.maybe(u"pour 10 000 habitants"_s);
        each.source = random.words();
        each.annee = 2015 + random.below(12);
        each.commentaire = random.maybe(random.words());
        meant.indicateurs.insert(domain::Id::create(), each);
        list.rows.push_back({each.intitule, written(each.territoire), written(each.region), written(each.france),
                             each.unite, each.source, QString::number(*each.annee), each.commentaire});
    }
    list.facts = factsOf(meant, list.table);
    return list;
}

List anyList(Random &random)
{
    const int which = random.below(3);
    return which == 0 ? members(random) : which == 1 ? partners(random) : indicators(random);
}

QString csv(const Rows &rows, QChar separator, const QString &lineEnd, bool always)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row) {
            const bool needed = always || cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n');
            cells << (needed ? u'"' + QString(cell).replace(u"\""_s, u"\"\""_s) + u'"' : cell);
        }
        text += cells.join(separator) + lineEnd;
    }
    return text;
}

// « Œuvre » and « » in the old encoding of Windows too.
QByteArray encoded(const QString &text, int how)
{
    switch (how) {
    case 0:
        return text.toUtf8();
    case 1:
        return "\xEF\xBB\xBF" + text.toUtf8();
    case 2:
        return fixtures::windows1252(text);
    case 3:
        return fixtures::utf16(text, QStringConverter::Utf16LE, true);
    default:
        return fixtures::utf16(text, QStringConverter::Utf16BE, true);
    }
}

// A file of a list, in one of the ways.
imports::ImportInput anyFile(const Rows &rows, Random &random)
{
    if (random.below(6) == 0) {
        Rows cells = rows; // the titles are those of words
        for (QStringList &row : cells)
            for (QString &cell : row)
                if (!cell.isEmpty() && u"=@"_s.contains(cell.front()))
                    cell.prepend(u"t:"_s);
        return imports::ImportInput::memory(packages::workbook({{u"Feuil1"_s, cells}}), u"liste.xlsx"_s);
    }
    const QChar separator = u";,\t|"_s[random.below(4)];
    const QString lineEnd = QStringList{u"\n"_s, u"\r\n"_s, u"\r"_s}[random.below(3)];
    const QString text = csv(rows, separator, lineEnd, random.below(2) == 0);
    return imports::ImportInput::memory(encoded(text, random.below(5)), u"liste.csv"_s);
}

base::Result<imports::ImportProposal> proposed(const List &list, const imports::ImportInput &input)
{
    imports::ImportOptions options;
    options.referenceFolder = support::source(u"resources/reference"_s);
    return imports::propose(list.profile, input, domain::Projet(), support::references(), options);
}

// Without what lies beyond the cells that a row has.
Rows swapped(Rows rows, Random &random)
{
    const int width = int(rows.front().size());
    const int a = random.below(width);
    const int b = random.below(width);
    for (QStringList &row : rows)
        row.swapItemsAt(a, b);
    return rows;
}

QByteArray damaged(QByteArray bytes, Random &random)
{
    for (int i = 1 + random.below(6); i > 0 && !bytes.isEmpty(); --i) {
        const qsizetype at = random.below(int(bytes.size()));
        switch (random.below(4)) {
        case 0:
            bytes.truncate(at);
            break;
        case 1:
            bytes.remove(at, 1 + random.below(40));
            break;
        case 2:
            bytes.insert(at, bytes.mid(random.below(int(bytes.size())), 30));
            break;
        default:
            bytes[at] = char(bytes[at] ^ (1 << random.below(8)));
        }
    }
    return bytes;
}

// The lines under the titles that hold something and are no total.
int linesOf(const imports::ImportInput &input, const QString &profile)
{
    const auto shown = imports::preview(profile, input);
    const auto tables = imports::Tables::open(input);
    if (!shown || !tables)
        return 0;
    const qsizetype table = std::max<qsizetype>(0, tables.value().names().indexOf(shown.value().table));
    auto rows = tables.value().rows(table);
    int lines = 0;
    while (rows.ok() && rows.value()->next())
        lines += rows.value()->line() > shown.value().titleLine ? 1 : 0;
    return lines;
}

} // namespace

TEST_CASE("A list of any kind comes back whole, whatever writes it")
{
    Random random(20261127);
    for (int round = 0; round < 250; ++round) {
        const List list = anyList(random);
        const auto input = anyFile(random.below(2) == 0 ? list.rows : swapped(list.rows, random), random);
        INFO("round " << round << " of " << list.profile.toStdString());
        const auto proposal = proposed(list, input);
        if (!proposal)
            FAIL(proposal.error().message.toStdString());
        INFO(samples::told(proposal.value()).toStdString());
        domain::Projet projet;
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        REQUIRE(factsOf(projet, list.table) == list.facts);
        CHECK(proposal.value().unmatched.isEmpty());
    }
}

TEST_CASE("A list of communes comes back whole, whatever writes it")
{
    Random random(4);
    const auto &communes = fixtures::communes();
    const QStringList epci = communes.epci(u"200068625"_s)->membres;
    const std::vector<std::pair<QString, domain::Zonage>> zonings{
        {u"ZIP"_s, domain::Zonage::Zip}, {u"ZAC"_s, domain::Zonage::Zac}, {QString(), domain::Zonage::NonRenseigne}};
    for (int round = 0; round < 100; ++round) {
        Rows rows{{u"Commune"_s, u"Code Insee"_s, u"Zonage"_s}};
        std::map<QString, domain::Zonage> meant;
        for (int i = 2 + random.below(30); i > 0; --i) {
            const QString code = random.one(epci);
            const auto &[word, zoning] = random.one(zonings);
            if (meant.emplace(code, zoning).second)
                rows.push_back({communes.find(code)->nom, code, word});
        }
        const QChar separator = u";,\t|"_s[random.below(4)];
        const QString text = csv(swapped(rows, random), separator, u"\r\n"_s, random.below(2) == 0);
        INFO("round " << round << "\n" << text.toStdString());
        const auto proposal = imports::proposeCommunes(encoded(text, random.below(5)), u"La liste"_s, communes, {});
        REQUIRE(proposal);
        domain::Projet projet;
        REQUIRE(domain::applyChanges(projet, imports::communeChanges(proposal.value(), communes, projet)));
        REQUIRE(projet.communes.size() == meant.size());
        for (const auto &[id, commune] : projet.communes)
            CHECK(commune.zonage == meant.at(commune.code));
    }
}

TEST_CASE("A damaged list is refused in a sentence, or each of its lines is taken or told")
{
    Random random(99);
    int refused = 0;
    int taken = 0;
    for (int round = 0; round < 400; ++round) {
        const List list = anyList(random);
        auto input = anyFile(list.rows, random);
        input.bytes = damaged(input.bytes, random);
        INFO("round " << round << "\n" << input.bytes.left(2'000).toStdString());
        const auto proposal = proposed(list, input);
        if (!proposal) {
            ++refused;
            CHECK(proposal.error().message.contains(u"Rien n’a été modifié"_s));
            continue;
        }
        ++taken;
        domain::Projet projet;
        REQUIRE(domain::applyChanges(projet, proposal.value().changes));
        const int records = int(domain::table(list.table)->ids(projet).size());
        const int told = int(proposal.value().remarks.size() + proposal.value().unmatched.size());
        CHECK(records + told >= linesOf(input, list.profile));
        // The same bytes, the same proposal: nothing depends on what was read before.
        const auto again = proposed(list, input);
        REQUIRE(again);
        CHECK(samples::told(again.value()) == samples::told(proposal.value()));
    }
    CHECK(refused > 20);
    CHECK(taken > 100);
}
