#include "cli/common.h"

#include "base/file.h"
#include "base/text.h"
#include "formats/export.h"
#include "layout/page.h"
#include "report/map.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

Exit fail(Console &console, const base::Error &error)
{
    console.err << error.message << '\n';
    return Exit::File;
}

Exit wrong(Console &console, const QString &sentence)
{
    console.err << sentence << '\n';
    return Exit::Usage;
}

Exit save(const QByteArray &bytes, const QString &path, Console &console)
{
    if (const auto written = base::writeFile(path, bytes); !written)
        return fail(console, written.error());
    console.out << u"Écrit : %1"_s.arg(path) << '\n';
    return Exit::Well;
}

void warnOfMissingFonts(Console &console)
{
    if (const QStringList missing = layout::missingFonts(); !missing.isEmpty())
        console.err << u"Polices absentes de cet ordinateur : %1. La mise en page sera différente."_s.arg(
                           base::frenchList(missing))
                    << '\n';
}

dossier::Options patientOptions()
{
    dossier::Options options;
    options.patience = std::chrono::minutes(1);
    return options;
}

// A command has no window of its own, and what is open may be a copy in another place.
QString heldWords(const dossier::OtherHolder &other)
{
    const QString where = other.sameComputer ? u"dans une fenêtre de cet ordinateur"_s : u"par "_s + other.who;
    return u"Ce projet, ou une copie de ce projet, est déjà ouvert %1, depuis le %2 à %3. Fermez-le d’abord."_s.arg(
        where, base::frenchLongDate(other.since.date()), base::frenchTime(other.since.time()));
}

base::Result<std::unique_ptr<dossier::Dossier>> openProject(const QString &path, dossier::Dossier::Mode mode,
                                                            Console &console)
{
    auto opened = dossier::Dossier::open(path, mode, console.clock, patientOptions());
    if (!opened)
        return opened;
    const dossier::OpeningReport &told = opened.value()->opening();
    const QString sentence = told.other ? heldWords(*told.other) : told.sentence;
    if (!sentence.isEmpty())
        console.err << sentence << '\n';
    return opened;
}

base::Result<reference::Reference> loadReference()
{
    return reference::Reference::load();
}

base::Result<QString> trameFolder(const QString &trame)
{
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9-]{0,63}\\z"_s);
    const QString folder = base::templatesFolder() + u'/' + trame;
    if (!form.match(trame).hasMatch() || !QFileInfo(folder).isDir())
        return base::Error{base::ErrorCode::NotFound,
                           u"La trame « %1 » de ce projet n’est pas installée. Le projet n’a pas été modifié ; "
                           "installez une version du programme qui la contient."_s.arg(trame),
                           folder};
    return folder;
}

base::Result<report::Trame> loadTrame(const QString &trame)
{
    const auto folder = trameFolder(trame);
    if (!folder)
        return folder.error();
    return report::Trame::load(folder.value());
}

QStringList formatCodes()
{
    QStringList codes;
    for (const formats::FormatInfo &each : formats::documentFormats())
        codes.push_back(each.code);
    return codes;
}

std::optional<reference::Contours> loadContours(const domain::Projet &projet, Console &console)
{
    auto contours = reference::ContourStore().around(report::territoryCodes(projet));
    if (contours)
        return std::move(contours.value());
    if (contours.error().code != base::ErrorCode::NotFound)
        console.err << contours.error().message << '\n';
    return std::nullopt;
}

std::optional<reference::TerritoryShape> loadShape(const domain::Projet &projet, const reference::Reference &reference,
                                                   Console &console)
{
    const auto contours = loadContours(projet, console);
    if (!contours)
        return std::nullopt;
    const QStringList codes = report::territoryCodes(projet);
    return reference::territoryShape(reference::outlinesAround(*contours, codes, reference.communes()), codes);
}

controle::Readiness readinessNow(const domain::Projet &projet, const reference::Reference &reference, Console &console)
{
    const auto volet =
        projet.identite.phase == domain::Phase::Lettre ? controle::Volet::Lettre : controle::Volet::Projet;
    const auto shape = loadShape(projet, reference, console);
    return controle::readiness(
        controle::check(projet, reference, console.clock.today(), volet, shape ? &*shape : nullptr), volet);
}

void keepCompleteness(dossier::Dossier &dossier, Console &console)
{
    if (const auto reference = loadReference())
        dossier.setCompleteness(readinessNow(dossier.projet(), reference.value(), console).percent);
}

void writeJson(Console &console, const Json &json)
{
    console.out << QString::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace cli
