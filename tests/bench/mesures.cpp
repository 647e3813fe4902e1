// What the program does inside one process, measured beside the cheapest thing that could do it. Prints one JSON
// object.
//   mesures EXEMPLE.json DOSSIER     DOSSIER: a folder on the disk to be measured
#include "base/id.h"
#include "base/paths.h"
#include "domain/json.h"
#include "formats/docx.h"
#include "formats/dossier_complet.h"
#include "formats/odt.h"
#include "formats/pdf.h"
#include "reference/reference.h"
#include "report/builder.h"
#include "store/working_copy.h"
#include "support/grand_territoire.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <QFile>
#include <QGuiApplication>
#include <unistd.h>

namespace
{

using Clock = std::chrono::steady_clock;

// Milliseconds of the median of `rounds` runs.
template <class Work>
double median(int rounds, Work work)
{
    std::vector<double> spent;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        work();
        spent.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::sort(spent.begin(), spent.end());
    return spent.at(spent.size() / 2);
}

// One durable write of 4 kB by the shortest road there is.
double oneFsync(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder + QStringLiteral("/fsync.bin"));
    const int file = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const QByteArray page(4096, 'x');
    const double spent = median(200, [&] {
        if (pwrite(file, page.constData(), 4096, 0) == 4096)
            fsync(file);
    });
    close(file);
    unlink(path.constData());
    return spent;
}

double oneDurableEdit(const QString &folder, const domain::Projet &start)
{
    store::FileOperations files;
    store::Contents contents;
    contents.project = base::Id::create();
    contents.projet = start;
    auto copy = store::WorkingCopy::create(folder + QStringLiteral("/copie"), contents,
                                           folder + QStringLiteral("/p.cpts"), {}, files);
    if (!copy)
        return -1;
    domain::Projet projet = start;
    int number = 0;
    const domain::FieldAddress at{QStringLiteral("structure"), {}, QStringLiteral("nom")};
    const double spent = median(200, [&] {
        store::Step step;
        step.changes = domain::setting(projet, at, QStringLiteral("Association %1").arg(++number));
        store::JournalRow row;
        row.sequence = number;
        row.changes = step.changes;
        step.rows.push_back(row);
        const bool applied = domain::applyChanges(projet, step.changes).ok();
        const bool recorded = copy.value()->record({step}).ok();
        if (!applied || !recorded)
            std::abort();
    });
    copy.value()->purge(files);
    return spent;
}

double oneSearchKey(const reference::Communes &communes)
{
    const QStringList words{QStringLiteral("saint-andré-les-alpes"),
                            QStringLiteral("castellane"),
                            QStringLiteral("marseille 10"),
                            QStringLiteral("04170"),
                            QStringLiteral("cc alpes provence verdon"),
                            QStringLiteral("l'isle sur la sorgue")};
    int keys = 0;
    const double all = median(9, [&] {
        keys = 0;
        for (const QString &word : words)
            for (int typed = 1; typed <= word.size(); ++typed, ++keys)
                static_cast<void>(communes.search(word.left(typed), 12));
    });
    return all / keys;
}

// The whole projet de santé of the large dossier, from the project to the bytes.
nlohmann::ordered_json grand(const report::Trame &trame, const reference::Reference &reference)
{
    const domain::Projet projet = support::grandDossier(support::nomenclature(reference));
    const formats::ExportSource source{trame, reference, QDate(2027, 6, 1)};
    const auto exported = [&](const QString &annexe, formats::Format format) {
        return median(5, [&] {
            if (!formats::exported(source, projet, {annexe}, format))
                std::abort();
        });
    };
    const auto whole = [&](formats::Format format) {
        return median(5, [&] {
            const auto document = formats::dossierDocument(source, projet);
            if (!document || !formats::written(document.value(), format))
                std::abort();
        });
    };
    const auto document = formats::dossierDocument(source, projet);
    nlohmann::ordered_json out;
    out["pages"] = layout::paginate(document.value()).pages.size();
    out["annexe4_docx_ms"] = exported(QStringLiteral("annexe-4"), formats::Format::Docx);
    out["annexe5_docx_ms"] = exported(QStringLiteral("annexe-5"), formats::Format::Docx);
    out["construction_ms"] = median(5, [&] { static_cast<void>(formats::dossierDocument(source, projet)); });
    out["mise_en_page_ms"] = median(5, [&] { static_cast<void>(layout::paginate(document.value())); });
    out["docx_ms"] = whole(formats::Format::Docx);
    out["odt_ms"] = whole(formats::Format::Odt);
    out["pdf_ms"] = whole(formats::Format::Pdf);
    out["plan_action_ms"] =
        median(5, [&] { static_cast<void>(formats::exportedPlanAction(source, projet, QStringLiteral("xlsx"))); });
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    QFile example(arguments.value(1));
    if (arguments.size() < 3 || !example.open(QIODevice::ReadOnly))
        return 2;
    const auto read = domain::projetFromJson(example.readAll());
    const auto reference = reference::Reference::load();
    const auto trame = report::Trame::load(base::templatesFolder() + QStringLiteral("/paca-2022"));
    if (!read || !reference || !trame)
        return 3;
    const domain::Projet &projet = read.value().projet;
    const QString look = base::templatesFolder() + QStringLiteral("/paca-2022/reference");
    const auto build = [&] {
        return report::build(trame.value(), QStringLiteral("annexe-3"), projet, reference.value(),
                             report::Content::Filled, QDate(2026, 11, 23));
    };
    const auto document = build();
    if (!document)
        return 3;
    const auto pages = layout::paginate(document.value());
    nlohmann::ordered_json out;
    out["fsync_ms"] = oneFsync(arguments.at(2));
    out["modification_durable_ms"] = oneDurableEdit(arguments.at(2), projet);
    out["recherche_par_touche_ms"] = oneSearchKey(reference.value().communes());
    out["chargement_reference_ms"] = median(5, [] { static_cast<void>(reference::Reference::load()); });
    out["construction_ms"] = median(9, [&] { static_cast<void>(build()); });
    out["mise_en_page_ms"] = median(9, [&] { static_cast<void>(layout::paginate(document.value())); });
    out["pages"] = pages.pages.size();
    out["docx_ms"] =
        median(9, [&] { static_cast<void>(formats::writeDocx(document.value(), look + QStringLiteral(".docx"))); });
    out["odt_ms"] =
        median(9, [&] { static_cast<void>(formats::writeOdt(document.value(), look + QStringLiteral(".odt"))); });
    out["pdf_ms"] = median(9, [&] { static_cast<void>(formats::writePdf(document.value(), pages)); });
    out["grand"] = grand(trame.value(), reference.value());
    std::puts(out.dump(2).c_str());
    return 0;
}
