// The windows on a project: how long a key takes to be painted, how long a page takes to come. Prints one JSON object.
//   mesures_fenetres FICHIER.cpts
// A key is due at a moment, whatever the program is doing then: its time goes from that moment to the end of the
// painting, so that what the program does between two keys counts.
#include "base/clock.h"
#include "gui/pages/repeat_editor.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/theme/theme.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <thread>

namespace
{

using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

double since(Clock::time_point start)
{
    return Milliseconds(Clock::now() - start).count();
}

// What this process alone has used, whatever else runs on the machine.
double processor()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

// Until nothing is left to be done now: what was asked for is painted.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

// Lives, and never sleeps past the moment.
void liveUntil(Clock::time_point due, double *longest)
{
    while (Clock::now() < due) {
        const auto start = Clock::now();
        settle();
        *longest = std::max(*longest, since(start));
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

nlohmann::ordered_json summary(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times.at(std::min(times.size() - 1, size_t(part * double(times.size()))));
    };
    return {{"mediane", at(0.5)}, {"p95", at(0.95)}, {"max", times.back()}, {"nombre", times.size()}};
}

// Words with a pause after each, as people type.
nlohmann::ordered_json typed(QWidget *field)
{
    field->setFocus();
    settle();
    std::mt19937 random(7);
    std::vector<double> times;
    double longest = 0;
    auto due = Clock::now();
    for (int word = 0; word < 24; ++word) {
        for (int key = 0; key < 10; ++key) {
            liveUntil(due, &longest);
            QTest::keyClick(field, key == 9 ? Qt::Key_Space : Qt::Key(Qt::Key_A + int(random() % 26)));
            settle();
            times.push_back(since(due));
            due = Clock::now() + std::chrono::milliseconds(50 + random() % 40);
        }
        due += std::chrono::milliseconds(100 + random() % 1200);
    }
    auto out = summary(times);
    out["occupe_max"] = longest; // the longest the program was busy between two keys
    return out;
}

// Wall clock, processor.
std::pair<double, double> visited(gui::MainWindow &window, const QString &code)
{
    const auto start = Clock::now();
    const double used = processor();
    window.goTo(code);
    settle();
    const std::pair<double, double> spent{since(start), processor() - used};
    double ignored = 0;
    liveUntil(Clock::now() + std::chrono::milliseconds(30), &ignored);
    return spent;
}

// Every page from the one before, then again.
nlohmann::ordered_json pages(gui::MainWindow &window)
{
    nlohmann::ordered_json out;
    std::vector<double> first, firstUsed, again, againUsed;
    nlohmann::ordered_json each;
    for (int round = 0; round < 4; ++round)
        for (const auto &entry : window.host().entries()) {
            const auto [spent, used] = visited(window, entry.code);
            (round == 0 ? first : again).push_back(spent);
            (round == 0 ? firstUsed : againUsed).push_back(used);
            each[entry.code.toStdString()].push_back(used);
        }
    out["premiere"] = summary(first);
    out["premiere_processeur"] = summary(firstUsed);
    out["suivantes"] = summary(again);
    out["suivantes_processeur"] = summary(againUsed);
    out["chacune"] = each;
    return out;
}

// Every page for the first time, after somebody left the program alone for a moment; the longest that a key would have
// waited meanwhile.
nlohmann::ordered_json pagesAfterPause(gui::MainWindow &window)
{
    double longest = 0;
    for (bool more = true; more;) {
        const auto start = Clock::now();
        more = window.host().makeAhead();
        settle();
        longest = std::max(longest, since(start));
    }
    std::vector<double> first, used;
    for (const auto &entry : window.host().entries()) {
        const auto [spent, processor] = visited(window, entry.code);
        first.push_back(spent);
        used.push_back(processor);
    }
    return {{"premiere", summary(first)}, {"premiere_processeur", summary(used)}, {"pas_le_plus_long", longest}};
}

// The size of the text, up and down, with every page seen; then every page as it comes after that.
nlohmann::ordered_json sizes(gui::MainWindow &window, gui::Theme &theme)
{
    std::vector<double> changes, changesUsed, after;
    for (const int percent : {110, 120, 110, 100}) {
        const auto start = Clock::now();
        const double used = processor();
        theme.setZoom(percent);
        settle();
        changes.push_back(since(start));
        changesUsed.push_back(processor() - used);
    }
    for (const auto &entry : window.host().entries())
        after.push_back(visited(window, entry.code).first);
    return {{"changement", summary(changes)},
            {"changement_processeur", summary(changesUsed)},
            {"page_ensuite", summary(after)}};
}

void showAtSize(gui::MainWindow &window)
{
    window.resize(1366, 768);
    window.show();
    QApplication::setActiveWindow(&window);
    settle();
}

template <class Field>
Field *fieldOf(gui::MainWindow &window, const QString &page, const QString &name)
{
    window.goTo(page);
    settle();
    for (Field *each : window.host().currentPage()->template findChildren<Field *>())
        if (each->property("champ").toString() == name || each->property("ligne").toString() == name)
            return each;
    std::fprintf(stderr, "no field %s on %s\n", qPrintable(name), qPrintable(page));
    std::exit(3);
}

// A person of the list is chosen, and the name is typed in.
QWidget *memberField(gui::MainWindow &window)
{
    window.goTo(u"organisation"_s);
    window.host().currentPage()->makeAllParts();
    settle();
    for (auto *list : window.host().currentPage()->findChildren<gui::RepeatEditor *>())
        if (list->model()->spec().table == u"personne") {
            for (const auto &[id, personne] : window.dossier().projet().personnes)
                if (QWidget *field = list->show({u"personne"_s, id, u"nom"_s})) {
                    window.goTo(u"organisation"_s, {u"personne"_s, id, u"nom"_s});
                    settle();
                    return field;
                }
        }
    std::fputs("no list of members\n", stderr);
    std::exit(3);
}

QWidget *longText(gui::MainWindow &window)
{
    const auto at = domain::resolve(window.dossier().projet(), *domain::parseChamp(u"rubrique:problematiques.texte"_s));
    window.goTo(u"diagnostic"_s, *at);
    auto *area = fieldOf<gui::TextArea>(window, u"diagnostic"_s, u"rubrique:problematiques.texte"_s);
    QTextCursor cursor = area->textCursor();
    cursor.setPosition(area->document()->characterCount() / 2);
    area->setTextCursor(cursor);
    settle();
    return area;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString path = QApplication::arguments().value(1);
    const auto reference = reference::Reference::load();
    const auto trame = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s);
    if (!reference || !trame || path.isEmpty())
        return 3;
    gui::Theme theme(application);
    const QTemporaryDir folder;
    const base::SystemClock clock;
    gui::Settings settings(folder.filePath(u"reglages.ini"_s));
    const gui::Environment environment{reference.value(), trame.value(), clock, settings, &theme};

    const auto start = Clock::now();
    auto opened = dossier::Dossier::open(path, dossier::Dossier::Mode::Edit, clock);
    if (!opened)
        return 3;
    const double read = since(start);
    gui::MainWindow window(std::move(opened.value()), environment);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    showAtSize(window);
    nlohmann::ordered_json out;
    out["lecture_ms"] = read;
    out["ouverture_ms"] = since(start);
    out["pages"] = pages(window);
    out["taille"] = sizes(window, theme);
    out["touche_champ"] = typed(fieldOf<gui::TextLine>(window, u"organisation"_s, u"structure.nom"_s));
    out["touche_liste"] = typed(memberField(window));
    out["touche_texte"] = typed(longText(window));
    window.close();
    auto again = dossier::Dossier::open(path, dossier::Dossier::Mode::ReadOnly, clock);
    if (!again)
        return 3;
    gui::MainWindow rested(std::move(again.value()), environment);
    rested.setAttribute(Qt::WA_DeleteOnClose, false);
    showAtSize(rested);
    out["pages_apres_pause"] = pagesAfterPause(rested);
    std::puts(out.dump(2).c_str());
    rested.close();
    return 0;
}
