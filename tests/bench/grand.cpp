// What the measures are made on, as files.
//   grand projet FICHIER.cpts          the large dossier
//   grand rpps FICHIER LIGNES          the directory of professionals, as wide as the true one, every name invented
#include "base/clock.h"
#include "dossier/dossier.h"
#include "support/grand_territoire.h"

#include <cstdio>
#include <QCoreApplication>
#include <QFile>

namespace
{

using namespace Qt::Literals::StringLiterals;

int writeProject(const QString &path)
{
    const auto reference = reference::Reference::load();
    if (!reference)
        return 3;
    const domain::Projet projet = support::grandDossier(support::nomenclature(reference.value()));
    const base::FixedClock clock(QDateTime(QDate(2027, 6, 1), QTime(9, 0)));
    auto made = dossier::Dossier::create(path, projet, clock);
    return made && made.value()->publishNow() ? 0 : 3;
}

// The fifty-seven columns of the file; those that the profile reads have their true title.
QByteArray titles()
{
    QByteArrayList row;
    for (int column = 0; column < 57; ++column)
        row << "Colonne " + QByteArray::number(column);
    row[0] = "Type d'identifiant PP";
    row[2] = "Identification nationale PP";
    row[9] = "Code profession";
    row[11] = QByteArray("Code cat\xC3\xA9gorie professionnelle");
    row[15] = "Code savoir-faire";
    row[17] = "Code mode exercice";
    row[35] = "Code postal (coord. structure)";
    row[37] = "Code commune (coord. structure)";
    row[50] = "Code section tableau pharmaciens";
    return row.join('|') + "|\n";
}

int writeRpps(const QString &path, int lines)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 3;
    file.write(titles());
    const char *const professions[]{"10", "60", "21", "70", "40", "50", "91", "93", "95"};
    const char *const places[]{"04039", "04006", "13055", "75056", "69123",
                               "31555", "06088", "83061", "33063", "59350"};
    for (int at = 0; at < lines; ++at) {
        QByteArrayList row(57);
        row[0] = "8";
        row[2] = "8" + QByteArray::number(10'000'000'000 + at / 2);
        row[7] = "NOM" + QByteArray::number(at);
        row[8] = QByteArray("Pr\xC3\xA9nom");
        row[9] = professions[at % 9];
        row[10] = QByteArray("Profession \xC3\xA9"
                             "crite en toutes lettres");
        row[11] = "C";
        row[15] = at % 9 == 0 ? "SM54" : "";
        row[17] = at % 3 == 0 ? "S" : "L";
        for (int wide = 20; wide < 34; ++wide)
            row[wide] = "libelle de longueur ordinaire";
        row[35] = "04120";
        row[37] = at % 50 == 0 ? places[at % 2] : places[2 + at % 8];
        row[50] = at % 9 == 2 ? "A" : "";
        file.write(row.join('|') + "|\n");
    }
    return file.flush() ? 0 : 3;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"projet" && arguments.size() == 3)
        return writeProject(arguments.at(2));
    if (arguments.value(1) == u"rpps" && arguments.size() == 4)
        return writeRpps(arguments.at(2), arguments.at(3).toInt());
    std::fputs("grand projet FICHIER.cpts | grand rpps FICHIER LIGNES\n", stderr);
    return 2;
}
