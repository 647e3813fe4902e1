#include "base/typography.h"
#include "domain/json.h"
#include "gui/dialogs/exporter.h"
#include "gui/shell/page_host.h"
#include "reading.h"
#include "session.h"
#include "support/catch.h"
#include "support/pdf_text.h"
#include "support/tools.h"
#include "typist.h"

#include <csignal>
#include <QApplication>
#include <QFile>
#include <QInputMethodEvent>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>

using namespace guitest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Boxes are characters in one format and drawings in another.
QString withoutBoxes(QString text)
{
    return text.remove(QChar(0x2610)).remove(QChar(0x2611)).remove(QChar(0x2612));
}

QString filledText(const Session &session, const domain::Projet &projet)
{
    const auto document =
        report::build(session.environment().trame, u"annexe-3"_s, projet, session.environment().reference,
                      report::Content::Filled, session.environment().clock.today());
    REQUIRE(document.ok());
    return withoutBoxes(report::plainText(document.value()));
}

} // namespace

TEST_CASE("a whole lettre goes through the windows into the three formats, and no word is lost")
{
    Session session;
    session.create();
    Typist typist(session.window());
    typist.fillLettre();
    const domain::Projet typed = session.projet();
    const QString json = QString::fromUtf8(domain::projetToJson(typed, {}));
    REQUIRE(typist.texts().size() > 60);
    for (QString text : typist.texts()) {
        INFO(text.left(40).toStdString());
        CHECK(json.contains(text.replace(u'\n', u"\\n"_s)));
    }
    CHECK(typed.communes.size() == 41);
    CHECK(typed.effectifs.size() == 12);

    session.close();
    session.open();
    REQUIRE(domain::diff(session.projet(), typed).empty());

    const QString expected = filledText(session, typed);
    // What the ARS answered about the label settles a finding; no document of the trame asks for it.
    const QString answered = domain::texteRubrique(typed, u"label-appui"_s);
    CHECK_FALSE(answered.isEmpty());
    for (const QString &text : typist.texts()) {
        if (text == answered)
            continue;
        INFO(text.left(40).toStdString());
        CHECK(firstMissingWord(base::frenchTypography(text), expected) == QString());
    }
    const gui::ExportSource source{session.environment().trame, session.environment().reference,
                                   session.environment().clock};
    const auto bytes = [&](gui::Format format) {
        const auto made = gui::exported(source, typed, {u"annexe-3"_s, report::Content::Filled}, format);
        REQUIRE(made.ok());
        return made.value();
    };
    CHECK(firstMissingWord(expected, withoutBoxes(docxText(bytes(gui::Format::Docx)))) == QString());
    CHECK(firstMissingWord(expected, withoutBoxes(odtText(bytes(gui::Format::Odt)))) == QString());
    if (support::program(u"pdftotext"_s))
        CHECK(firstMissingWord(expected, withoutBoxes(support::pdfText(bytes(gui::Format::Pdf)))) == QString());
}

TEST_CASE("undoing everything brings the empty project back, redoing everything the full one")
{
    Session session;
    session.create();
    const domain::Projet start = session.projet();
    Typist(session.window()).fillLettre();
    const domain::Projet full = session.projet();
    auto &dossier = session.window().dossier();
    while (dossier.canUndo())
        REQUIRE(dossier.undo().ok());
    CHECK(domain::diff(session.projet(), start).empty());
    while (dossier.canRedo())
        REQUIRE(dossier.redo().ok());
    CHECK(domain::diff(session.projet(), full).empty());
}

// Run by the next test in a process of its own, to be killed.
TEST_CASE("types into the window and waits to be killed", "[.enfant]")
{
    Session session;
    session.open(qEnvironmentVariable("ATELIER_VICTIME"));
    session.window().goTo(u"partenariats"_s);
    auto *field = session.window().host().currentPage()->findChild<QPlainTextEdit *>();
    REQUIRE(field);
    QInputMethodEvent event;
    event.setCommitString(u"Phrase tapée juste avant la coupure"_s);
    QApplication::sendEvent(field, &event);
    QTest::qWait(1000);
    std::puts("tape");
    std::fflush(stdout);
    QTest::qWait(60'000);
}

TEST_CASE("what was typed a second before the program was killed is there when the file is opened again")
{
    Session session;
    session.create();
    Typist(session.window()).fillLettre();
    const domain::Projet before = session.projet();
    session.close();

    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ATELIER_VICTIME"_s, session.path());
    child.setProcessEnvironment(environment);
    child.start(QApplication::applicationFilePath(), {u"types into the window and waits to be killed"_s});
    REQUIRE(child.waitForStarted());
    QByteArray said;
    while (!said.contains("tape") && child.waitForReadyRead(60'000))
        said += child.readAll();
    REQUIRE(said.contains("tape"));
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    child.waitForFinished();

    session.open();
    CHECK_FALSE(session.window().dossier().isReadOnly());
    const auto changes = domain::diff(before, session.projet());
    REQUIRE(changes.size() >= 1);
    CHECK(std::any_of(changes.begin(), changes.end(), [](const domain::Change &change) {
        const auto *text = std::get_if<QString>(&change.after);
        return text && text->contains(u"Phrase tapée juste avant la coupure"_s);
    }));
    session.close();
}
