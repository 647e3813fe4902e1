// Forms and the project, both ways.
#include "dossier/dossier.h"
#include "gui/forms/binder.h"
#include "gui/forms/validation.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using domain::Value;

namespace
{

// A form of one field of each kind on a project of its own.
struct Form {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    TextLine *nom = add<TextLine>(u"identite.nom"_s);
    TextLine *telephone = add<TextLine>(u"identite.porteur/telephone"_s);
    TextArea *prevention = add<TextArea>(u"mission:prevention.description"_s);
    NumberField *population = add<NumberField>(u"population.valeur"_s);
    AnswerChoice *souhaite = add<AnswerChoice>(u"accompagnement.souhaite"_s);
    ChoiceBox *statuts = add<ChoiceBox>(u"structure.etatStatuts"_s);
    DateField *prevus = add<DateField>(u"structure.statutsPrevusLe"_s);
    std::unique_ptr<Binder> binder;

    Form()
    {
        const auto projet = domain::nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
        dossier::Options options;
        options.dataFolder = folder.filePath(u"donnees"_s);
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock, false, options);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        binder = std::make_unique<Binder>(*dossier);
        CHECK(binder->bindForm(window.get()).isEmpty());
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    template <class Field>
    Field *add(const QString &champ)
    {
        if (!window->layout())
            new QVBoxLayout(window.get());
        auto *field = new Field;
        field->setProperty("champ", champ);
        window->layout()->addWidget(new FieldFrame({}, field));
        return field;
    }

    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    [[nodiscard]] Value valueOf(const QString &champ) const
    {
        return domain::valueOf(projet(), *domain::parseChamp(champ));
    }
};

// é, à, ç come from an input method or a key event with text: keyClicks() refuses them.
void typeFrench(QWidget *field, const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(field, &press);
    }
}

void compose(QWidget *field, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(field, &event);
}

} // namespace

TEST_CASE("A form is filled from the project")
{
    Form form;
    CHECK(form.nom->text() == u"CPTS d’essai"_s);
    CHECK(form.population->text().isEmpty());
    CHECK(form.statuts->count() == 4);
    CHECK(form.statuts->value() == form.valueOf(u"structure.etatStatuts"_s));
}

TEST_CASE("Typing reaches the project within 400 ms of the last key, accents included")
{
    Form form;
    form.nom->setFocus();
    form.nom->selectAll();
    typeFrench(form.nom, u"Vallée à çœur, « été »"_s);
    CHECK(form.projet().identite.nom == u"CPTS d’essai"_s);
    QElapsedTimer since;
    since.start();
    while (form.projet().identite.nom == u"CPTS d’essai"_s && since.elapsed() < 5000)
        QTest::qWait(5);
    CHECK(form.projet().identite.nom == u"Vallée à çœur, « été »"_s);
    CHECK(since.elapsed() < 600); // 400 and what a busy machine adds
    compose(form.prevention, u"Dépistage à l’école"_s);
    form.binder->flush();
    CHECK(form.valueOf(u"mission:prevention.description"_s) == Value(u"Dépistage à l’école"_s));
}

TEST_CASE("Who types without a pause loses two seconds at most, and nothing moves under the keys")
{
    Form form;
    form.nom->setFocus();
    form.nom->setCursorPosition(0);
    const QString sentence = u"une phrase écrite sans reprendre son souffle, mot après mot, ici "_s;
    QElapsedTimer since;
    since.start();
    QString typed;
    qint64 first = -1;
    for (int at = 0; since.elapsed() < 4500; ++at) {
        const QChar key = sentence[at % sentence.size()];
        typeFrench(form.nom, QString(key));
        typed += key;
        QTest::qWait(40); // less than the pause that stores
        if (first < 0 && form.projet().identite.nom.startsWith(u"une phrase"_s))
            first = since.elapsed();
    }
    CHECK(first > 0);
    CHECK(first < 2500);
    CHECK(form.nom->text() == typed + u"CPTS d’essai"_s);
    form.binder->flush();
    REQUIRE(form.dossier->undo()); // one step, however often it was stored
    CHECK(form.projet().identite.nom == u"CPTS d’essai"_s);
}

TEST_CASE("Leaving a field stores it at once, and coming back later is another step")
{
    Form form;
    form.nom->setFocus();
    QTest::keyClicks(form.nom, u"1"_s);
    form.population->setFocus();
    CHECK(form.projet().identite.nom.contains(u'1'));
    form.nom->setFocus();
    QTest::keyClick(form.nom, Qt::Key_End);
    QTest::keyClicks(form.nom, u"2"_s);
    form.binder->flush();
    REQUIRE(form.dossier->undo());
    CHECK_FALSE(form.nom->text().contains(u'2'));
    CHECK(form.nom->text().contains(u'1'));
}

TEST_CASE("Two fields, or two visits of one, typed without a pause, are steps of their own")
{
    Form form;
    form.nom->setFocus();
    QTest::keyClick(form.nom, Qt::Key_End);
    QTest::keyClicks(form.nom, u"1"_s);
    QTest::keyClick(form.nom, Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == form.telephone);
    QTest::keyClicks(form.telephone, u"0492"_s);
    QTest::keyClick(form.telephone, Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(form.nom, Qt::Key_End);
    QTest::keyClicks(form.nom, u"2"_s);
    QTest::keyClick(form.nom, Qt::Key_Tab);
    CHECK(form.projet().identite.nom == u"CPTS d’essai12"_s);
    REQUIRE(form.dossier->undo());
    CHECK(form.projet().identite.nom == u"CPTS d’essai1"_s);
    CHECK(form.telephone->text() == u"0492"_s);
    REQUIRE(form.dossier->undo());
    CHECK(form.telephone->text().isEmpty());
    CHECK(form.projet().identite.nom == u"CPTS d’essai1"_s);
    REQUIRE(form.dossier->undo());
    CHECK(form.projet().identite.nom == u"CPTS d’essai"_s);
    CHECK_FALSE(form.dossier->canUndo());
}

TEST_CASE("A field of several parts is left from any of them")
{
    Form form;
    form.souhaite->focusTarget()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // the keyboard is on Non now, and still in the field
    CHECK(form.projet().accompagnement.souhaite == false);
    form.statuts->setFocus();
    form.souhaite->focusTarget()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    REQUIRE(form.dossier->undo());
    CHECK(form.projet().accompagnement.souhaite == false);
    REQUIRE(form.dossier->undo());
    CHECK_FALSE(form.projet().accompagnement.souhaite.has_value());
}

TEST_CASE("Typing without leaving the field is one step, with the field's name")
{
    Form form;
    form.nom->setFocus();
    QTest::keyClicks(form.nom, u"ab"_s);
    form.binder->flush();
    QTest::keyClicks(form.nom, u"cd"_s);
    form.binder->flush();
    CHECK(form.dossier->undoLabel() == u"Modifier : Nom du projet"_s);
    REQUIRE(form.dossier->undo());
    CHECK(form.nom->text() == u"CPTS d’essai"_s);
    CHECK_FALSE(form.dossier->canUndo());
    REQUIRE(form.dossier->redo());
    CHECK(form.nom->text().contains(u"abcd"_s));
}

TEST_CASE("Choices are stored at once")
{
    Form form;
    form.souhaite->focusTarget()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(form.projet().accompagnement.souhaite == true);
    form.statuts->setFocus();
    QTest::keyClick(form.statuts, Qt::Key_Down);
    CHECK(form.projet().structure.etatStatuts != domain::EtatStatuts::NonRenseigne);
    REQUIRE(form.dossier->undo());
    CHECK(form.projet().structure.etatStatuts == domain::EtatStatuts::NonRenseigne);
    CHECK(form.statuts->currentIndex() == 0);
}

TEST_CASE("A field through a reference makes the record it needs, and follows it")
{
    Form form;
    form.telephone->setFocus();
    QTest::keyClicks(form.telephone, u"0492000000"_s);
    form.binder->flush();
    REQUIRE(domain::porteur(form.projet()));
    CHECK(domain::porteur(form.projet())->telephone == u"0492000000"_s);
    // Somebody else carries the project now: the field shows theirs.
    const domain::Id other = domain::Id::create();
    auto changes = domain::inserting(form.projet(), u"personne"_s, other, {{u"telephone"_s, u"0493111111"_s}});
    REQUIRE(form.dossier->edit(u"Ajouter"_s, changes));
    REQUIRE(form.dossier->edit(u"Porteur"_s,
                               domain::setting(form.projet(), {u"identite"_s, {}, u"porteur"_s}, Value(other))));
    CHECK(form.telephone->text() == u"0493111111"_s);
}

TEST_CASE("What comes from elsewhere refreshes only fields that nobody is typing in")
{
    Form form;
    form.nom->setFocus();
    QTest::keyClicks(form.nom, u"x"_s);
    const QString typed = form.nom->text();
    const domain::Champ nom = *domain::parseChamp(u"identite.nom"_s);
    REQUIRE(form.dossier->edit(u"Ailleurs"_s, domain::settingChamp(form.projet(), nom, Value(u"Autre"_s))));
    CHECK(form.nom->text() == typed);
    const domain::Champ population = *domain::parseChamp(u"population.valeur"_s);
    REQUIRE(form.dossier->edit(u"Ailleurs"_s, domain::settingChamp(form.projet(), population, Value(qint64(11274)))));
    CHECK(form.population->text() == u"11\u202F274"_s);
    form.binder->flush();
    CHECK(form.projet().identite.nom == typed);
}

TEST_CASE("Half a date stays on the screen, is explained when left, and is not stored")
{
    Form form;
    form.prevus->focusTarget()->setFocus();
    QTest::keyClicks(form.prevus->focusTarget(), u"12/0"_s);
    FieldFrame *frame = FieldFrame::around(form.prevus);
    CHECK(frame->message().isEmpty());
    form.nom->setFocus();
    CHECK(frame->message().contains(u"12/03/2027"_s));
    CHECK_FALSE(form.projet().structure.statutsPrevusLe.isValid());
    form.prevus->focusTarget()->setFocus();
    QTest::keyClick(form.prevus->focusTarget(), Qt::Key_End);
    QTest::keyClicks(form.prevus->focusTarget(), u"3/2027"_s);
    form.nom->setFocus();
    CHECK(frame->message().isEmpty());
    CHECK(form.projet().structure.statutsPrevusLe == QDate(2027, 3, 12));
}

TEST_CASE("What is no date is told once left, kept as typed, and the sentence goes when it is mended or emptied")
{
    Form form;
    QWidget *line = form.prevus->focusTarget();
    FieldFrame *frame = FieldFrame::around(form.prevus);
    line->setFocus();
    QTest::keyClicks(line, u"En"_s);
    QTest::keyClick(line, Qt::Key_Return); // who answers has finished
    CHECK(frame->message() == u"«\u00A0En\u00A0» n’est pas une date. Écrivez par exemple 12/03/2027."_s);
    CHECK(line->property("aVoir").toBool());
    form.nom->setFocus();
    CHECK_FALSE(frame->message().isEmpty());
    form.binder->refresh();
    CHECK(qobject_cast<QLineEdit *>(line)->text() == u"En"_s);
    line->setFocus();
    qobject_cast<QLineEdit *>(line)->selectAll();
    QTest::keyClicks(line, u"1/2/2027"_s);
    CHECK(QTest::qWaitFor([&] { return frame->message().isEmpty(); }, 5000)); // without leaving
    CHECK_FALSE(line->property("aVoir").toBool());
    QTest::keyClicks(line, u"x"_s);
    QTest::keyClick(line, Qt::Key_Tab); // to the calendar's button, in the same field
    CHECK(frame->message().contains(u"n’est pas une date complète"_s));
    line->setFocus();
    form.binder->flush(); // another page opens
    CHECK(frame->message().contains(u"n’est pas une date complète"_s));
    qobject_cast<QLineEdit *>(line)->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    CHECK(QTest::qWaitFor([&] { return frame->message().isEmpty(); }, 5000));
    CHECK_FALSE(form.projet().structure.statutsPrevusLe.isValid());
}

TEST_CASE("A number of telephone being typed is not judged before it is left, and no longer once it is whole")
{
    Form form;
    FieldFrame *frame = FieldFrame::around(form.telephone);
    form.telephone->setFocus();
    QTest::keyClicks(form.telephone, u"04 92 12"_s);
    QTest::qWait(500);
    CHECK(frame->message().isEmpty());
    form.nom->setFocus();
    CHECK(frame->message().contains(u"Exemple"_s));
    form.telephone->setFocus();
    QTest::keyClick(form.telephone, Qt::Key_End);
    QTest::keyClicks(form.telephone, u" 00 00"_s);
    CHECK(QTest::qWaitFor([&] { return frame->message().isEmpty(); }, 5000));
}

TEST_CASE("A remark informs and does not block")
{
    Form form;
    form.telephone->setFocus();
    QTest::keyClicks(form.telephone, u"04 92"_s);
    form.nom->setFocus();
    CHECK_FALSE(FieldFrame::around(form.telephone)->message().isEmpty());
    CHECK(domain::porteur(form.projet())->telephone == u"04 92"_s);
}

TEST_CASE("Remarks on e-mail, telephone and year")
{
    const auto *email = domain::table(u"personne"_s)->field(u"email"_s);
    const auto *phone = domain::table(u"personne"_s)->field(u"telephone"_s);
    const auto *year = domain::table(u"population"_s)->field(u"annee"_s);
    for (const QString &good : {u""_s, u"contact@cpts-exemple.fr"_s, u"a.b+c@sous.domaine.org"_s})
        CHECK(remarkOn(*email, Value(good)).isEmpty());
    for (const QString &bad : {u"contact"_s, u"contact@"_s, u"a@b"_s, u"a b@c.fr"_s})
        CHECK_FALSE(remarkOn(*email, Value(bad)).isEmpty());
    for (const QString &good : {u"04 92 00 00 00"_s, u"04.92.00.00.00"_s, u"+33 4 92 00 00 00"_s,
                                u"0492000000 / 06 00 00 00 00"_s, u"3949"_s})
        CHECK(remarkOn(*phone, Value(good)).isEmpty());
    for (const QString &bad : {u"04 92"_s, u"voir secrétariat"_s, u"049200000000"_s})
        CHECK_FALSE(remarkOn(*phone, Value(bad)).isEmpty());
    CHECK(remarkOn(*year, Value(qint64(2026))).isEmpty());
    CHECK_FALSE(remarkOn(*year, Value(qint64(26))).isEmpty());
    CHECK(remarkOn(*year, Value()).isEmpty());
}

TEST_CASE("Fields of a record: bound by address, never brought back when the record is gone")
{
    Form form;
    const domain::Id id = domain::Id::create();
    REQUIRE(form.dossier->edit(u"Ajouter"_s,
                               domain::inserting(form.projet(), u"partenaire"_s, id, {{u"service"_s, u"EHPAD"_s}})));
    auto *service = new TextLine(form.window.get());
    REQUIRE(form.binder->bind(service, domain::FieldAddress{u"partenaire"_s, id, u"service"_s}));
    CHECK(service->text() == u"EHPAD"_s);
    CHECK(service->accessibleName() == domain::table(u"partenaire"_s)->field(u"service"_s)->label);
    CHECK(form.binder->widgetFor({u"partenaire"_s, id, u"service"_s}) == service);
    QTest::keyClicks(service, u"!"_s);
    REQUIRE(form.dossier->edit(u"Retirer"_s, domain::removing(form.projet(), u"partenaire"_s, id)));
    form.binder->flush();
    CHECK(form.projet().partenaires.empty());
    delete service;
    CHECK(form.binder->widgetFor({u"partenaire"_s, id, u"service"_s}) == nullptr);
    form.binder->refresh();
}

TEST_CASE("A form that names what does not exist is told to its author")
{
    Form form;
    QWidget bad;
    auto *unknown = new TextLine(&bad);
    unknown->setProperty("champ", u"identite.inconnu"_s);
    auto *plain = new QLineEdit(&bad);
    plain->setProperty("champ", u"identite.nom"_s);
    CHECK(form.binder->bindForm(&bad).size() == 2);
    CHECK_FALSE(form.binder->bind(unknown, domain::FieldAddress{u"identite"_s, {}, u"inconnu"_s}));
}

TEST_CASE("Unbinding and the end of the binder store what is pending")
{
    Form form;
    QTest::keyClicks(form.nom, u"1"_s);
    form.binder->unbind(form.nom);
    CHECK(form.projet().identite.nom.contains(u'1'));
    QTest::keyClicks(form.prevention, u"fin"_s);
    form.binder.reset();
    CHECK(form.valueOf(u"mission:prevention.description"_s) == Value(u"fin"_s));
}

TEST_CASE("A read-only project can be read and not edited")
{
    QTemporaryDir folder;
    Form form;
    form.binder->setEditable(false);
    CHECK(form.nom->isReadOnly());
    CHECK(form.prevention->isReadOnly());
    CHECK_FALSE(form.souhaite->isEnabled());
    QTest::keyClicks(form.nom, u"x"_s);
    form.binder->flush();
    CHECK(form.projet().identite.nom == u"CPTS d’essai"_s);
}

TEST_CASE("Every field of a form has a name for a screen reader")
{
    Form form;
    for (QWidget *field : std::initializer_list<QWidget *>{form.nom, form.telephone, form.prevention, form.population,
                                                           form.souhaite, form.statuts, form.prevus->focusTarget()})
        CHECK_FALSE(field->accessibleName().isEmpty());
}

TEST_CASE("What is pasted in a text is undone by itself, not with what was typed before and after")
{
    Form form;
    const auto text = [&form] { return form.valueOf(u"mission:prevention.description"_s); };
    form.prevention->setFocus();
    QTest::keyClicks(form.prevention, u"avant "_s);
    QApplication::clipboard()->setText(u"collé "_s);
    form.prevention->paste();
    QTest::keyClicks(form.prevention, u"fin"_s);
    form.binder->flush();
    CHECK(text() == Value(u"avant collé fin"_s));
    for (const QString &left : {u"avant collé "_s, u"avant "_s, QString()}) {
        REQUIRE(form.dossier->undo());
        CHECK(text() == Value(left));
    }
}

TEST_CASE("What was told of a paste goes when the field shows what was given elsewhere")
{
    Form form;
    const auto noteOf = [](QWidget *field) { return FieldFrame::around(field)->pasteNote(); };
    form.population->setFocus();
    QTest::keyClick(form.population, Qt::Key_Minus);
    QTest::qWait(10);
    CHECK_FALSE(noteOf(form.population).isEmpty());
    const auto at = domain::resolve(form.projet(), *domain::parseChamp(u"population.valeur"_s));
    REQUIRE(at);
    REQUIRE(form.dossier->edit(u"Compter"_s, domain::setting(form.projet(), *at, Value(qint64(5)))));
    CHECK(noteOf(form.population).isEmpty());
    QApplication::clipboard()->setText(u"oui\tnon\r\n"_s);
    auto *typed = new ChoiceBox;
    typed->setFreeText(true);
    FieldFrame frame(u"Profession"_s, typed);
    frame.show();
    typed->lineEdit()->paste();
    CHECK(typed->currentText() == u"oui ; non"_s);
    CHECK_FALSE(frame.pasteNote().isEmpty());
}
