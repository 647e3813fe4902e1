// Outlines and maps from the command line: imported once, for every project of this computer.
#include "process.h"
#include "support/outlines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray geojson(int columns, int rows)
{
    QByteArrayList features;
    const auto degrees = [](qint32 units) { return QByteArray::number(units / 100'000.0, 'f', 5); };
    for (const reference::Contour &each : outlines::grid(columns, rows)) {
        QByteArrayList points;
        const reference::ContourRing &ring = each.polygons.front().front();
        for (size_t i = 0; i <= ring.size(); ++i)
            points << "[" + degrees(ring[i % ring.size()].x) + "," + degrees(ring[i % ring.size()].y) + "]";
        features << R"({"type":"Feature","properties":{"code":")" + each.code.toUtf8() +
                        R"("},"geometry":{"type":"Polygon","coordinates":[[)" + points.join(",") + "]]}}";
    }
    return R"({"type":"FeatureCollection","features":[)" + features.join(",") + "]}";
}

} // namespace

TEST_CASE("Outlines are imported once, then every project has its map and its criterion")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    Ran ran = shell.cpts({u"exporter"_s, project, u"--carte"_s, u"--sortie"_s, shell.path(u"c.svg"_s)});
    CHECK(ran.code == 3);
    CHECK(ran.err.contains(u"Aucun contour de commune n’a été importé"));
    CHECK(ran.err.contains(u"communes-100m.geojson"_s));
    CHECK(ran.err.contains(u"cpts contours"_s));
    CHECK_FALSE(QFile::exists(shell.path(u"c.svg"_s)));
    CHECK_FALSE(shell.cpts({u"verifier"_s, project, u"--json"_s}).out.contains(u"continuite"));

    shell.write(u"contours.geojson"_s, geojson(6, 6));
    ran = shell.well({u"contours"_s, shell.path(u"contours.geojson"_s), u"--source"_s, u"Essai 2026"_s});
    CHECK(ran.out.contains(u"36 contours de communes lus"));
    CHECK(ran.err.isEmpty());
    ran = shell.well({u"exporter"_s, project, u"--carte"_s, u"--sortie"_s, shell.path(u"c.svg"_s)});
    CHECK(ran.out.contains(u"communes"));
    CHECK(shell.read(u"c.svg"_s).contains("Essai 2026"));
    CHECK(shell.read(u"c.svg"_s).contains("<svg"));
    shell.well({u"exporter"_s, project, u"--carte"_s, u"--couleur"_s, u"zonage"_s, u"--format"_s, u"png"_s,
                u"--sortie"_s, shell.path(u"c.png"_s)});
    CHECK(shell.read(u"c.png"_s).startsWith("\x89PNG"));
    shell.well({u"exporter"_s, project, u"--annexe"_s, u"4"_s, u"--format"_s, u"docx"_s, u"--sortie"_s,
                shell.path(u"a.docx"_s)});
    // Any indicator that is known by commune, by its title or a part of it.
    shell.well({u"exporter"_s, project, u"--carte"_s, u"--couleur"_s, u"accessibilite"_s, u"--sortie"_s,
                shell.path(u"apl.svg"_s)});
    CHECK(QString::fromUtf8(shell.read(u"apl.svg"_s)).contains(u"Accessibilité aux médecins généralistes"));
    shell.well({u"exporter"_s, project, u"--carte"_s, u"--a3"_s, u"--format"_s, u"pdf"_s, u"--sortie"_s,
                shell.path(u"a3.pdf"_s)});
    CHECK(shell.read(u"a3.pdf"_s).startsWith("%PDF"));
    ran = shell.cpts({u"exporter"_s, project, u"--carte"_s, u"--couleur"_s, u"vaccination"_s, u"--sortie"_s,
                      shell.path(u"x.svg"_s)});
    CHECK(ran.code == 2); // shown, and not known by commune
    CHECK(ran.err.contains(u"« Accessibilité aux médecins généralistes »"));
}

TEST_CASE("The same map gives the same bytes")
{
    Shell shell;
    shell.setVariable(u"SOURCE_DATE_EPOCH"_s, u"1790000000"_s);
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    shell.write(u"c.geojson"_s, geojson(6, 6));
    shell.well({u"contours"_s, shell.path(u"c.geojson"_s)});
    for (const QString &name : {u"a.svg"_s, u"b.svg"_s})
        shell.well({u"exporter"_s, project, u"--carte"_s, u"--sortie"_s, shell.path(name)});
    CHECK(shell.read(u"a.svg"_s) == shell.read(u"b.svg"_s));
}

TEST_CASE("What can't be imported is said with where to find the right file, the outlines of before stay")
{
    const Shell shell;
    shell.write(u"bon.geojson"_s, geojson(3, 3));
    shell.well({u"contours"_s, shell.path(u"bon.geojson"_s)});
    shell.write(u"autre.geojson"_s, "{}");
    const Ran ran = shell.cpts({u"contours"_s, shell.path(u"autre.geojson"_s)});
    CHECK(ran.code == 3);
    CHECK(ran.err.contains(u"n’est pas un fichier GeoJSON de contours"));
    CHECK(ran.err.contains(u"data.gouv.fr"));
    CHECK(isFrench(ran.err));
    CHECK(shell.cpts({u"contours"_s, shell.path(u"absent.geojson"_s)}).code == 3);
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project});
    const Ran empty = shell.cpts({u"exporter"_s, project, u"--carte"_s, u"--sortie"_s, shell.path(u"c.svg"_s)});
    CHECK(empty.code == 3);
    CHECK(empty.err.contains(u"Aucune commune de ce projet n’est dans les contours"));
}

TEST_CASE("A damaged file of outlines is told, and documents are written without their map")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    shell.write(u"c.geojson"_s, geojson(6, 6));
    shell.well({u"contours"_s, shell.path(u"c.geojson"_s)});
    const QString stored = u"maison/donnees/atelier-cpts/atelier-cpts/contours-communes.dat"_s;
    REQUIRE(QFile::exists(shell.path(stored)));
    QByteArray bytes = shell.read(stored);
    bytes[bytes.size() - 20] = char(bytes[bytes.size() - 20] ^ 1);
    shell.write(stored, bytes);
    const Ran ran = shell.well({u"exporter"_s, project, u"--annexe"_s, u"4"_s, u"--format"_s, u"odt"_s, u"--sortie"_s,
                                shell.path(u"a.odt"_s)});
    CHECK(ran.err.contains(u"est abîmé"));
    CHECK(ran.err.contains(u"Importez de nouveau"));
}

TEST_CASE("Options of the map that do not go together are refused")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project});
    const auto wrong = [&](QStringList words, const QString &says) {
        words.prepend(project);
        words.prepend(u"exporter"_s);
        words << u"--sortie"_s << shell.path(u"x"_s);
        const Ran ran = shell.cpts(words);
        INFO(ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(says));
    };
    wrong({u"--carte"_s, u"--couleur"_s, u"bleu"_s}, u"La couleur « bleu » n’existe pas"_s);
    wrong({u"--carte"_s, u"--annexe"_s, u"4"_s}, u"sans --annexe"_s);
    wrong({u"--carte"_s, u"--calendrier"_s}, u"La carte s’écrit à part"_s);
    wrong({u"--carte"_s, u"--format"_s, u"docx"_s}, u"ne convient pas ici"_s);
    wrong({u"--annexe"_s, u"4"_s, u"--format"_s, u"docx"_s, u"--couleur"_s, u"zonage"_s}, u"--couleur ne vaut"_s);
}

TEST_CASE("verifier tells what stands apart, with its commune, once outlines are there")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project});
    shell.write(u"communes.csv"_s, "Code INSEE\n04005\n04006\n04069\n");
    shell.well({u"importer"_s, project, shell.path(u"communes.csv"_s)});
    const auto found = [&] {
        std::vector<nlohmann::ordered_json> list;
        const Ran ran = shell.cpts({u"verifier"_s, project, u"--json"_s});
        const auto verdict = parsed(ran.out);
        for (const auto &each : verdict["constats"])
            if (each["critere"] == "lettre.continuite")
                list.push_back(each);
        return list;
    };
    CHECK(found().empty());
    shell.write(u"c.geojson"_s, geojson(6, 6));
    shell.well({u"contours"_s, shell.path(u"c.geojson"_s)});
    const auto after = found();
    REQUIRE(after.size() == 1);
    CHECK(after.front()["gravite"] == "amelioration");
    CHECK(after.front()["page"] == "territoire");
    CHECK(QString::fromStdString(after.front()["phrase"].get<std::string>()).contains(u"Demandolx"));
    CHECK(QString::fromStdString(after.front()["champ"].get<std::string>()).startsWith(u"commune/"));
    const Ran map = shell.well({u"exporter"_s, project, u"--carte"_s, u"--couleur"_s, u"intercommunalite"_s,
                                u"--sortie"_s, shell.path(u"c.svg"_s)});
    CHECK(map.out.contains(u"3 communes en 2 parties"));
    CHECK(shell.read(u"c.svg"_s).contains("Intercommunalités du territoire"));
}

TEST_CASE("The dossier complet has the map, a second import takes the place of the first")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    const auto dossier = [&](const QString &name) {
        shell.well({u"exporter"_s, project, u"--annexe"_s, u"dossier"_s, u"--sortie"_s, shell.path(name)});
        qint64 size = 0;
        for (const QFileInfo &file : QDir(shell.path(name)).entryInfoList({u"Projet de santé*.docx"_s}))
            size = file.size();
        return size;
    };
    const qint64 before = dossier(u"avant"_s);
    shell.write(u"c.geojson"_s, geojson(6, 6));
    shell.well({u"contours"_s, shell.path(u"c.geojson"_s)});
    CHECK(dossier(u"apres"_s) > before + 1'000);
    shell.write(u"d.geojson"_s, geojson(1, 1)); // Allons, which is not of the example
    shell.well({u"contours"_s, shell.path(u"d.geojson"_s)});
    CHECK(dossier(u"encore"_s) == before);
}
