// Five questions before the first page: what may stay empty, where the file goes, what is refused and how it is said.
#include "base/file.h"
#include "driving.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/text_line.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

struct Open {
    QTemporaryDir folder;
    NewProjectDialog dialog{support::references().professions(), folder.path()};
    QList<TextLine *> lines = dialog.findChildren<TextLine *>();
    TextLine *name = line(u"Nom de la CPTS"_s);
    TextLine *lastName = line(u"Nom du porteur"_s);
    TextLine *firstName = line(u"Prénom du porteur"_s);
    TextLine *path = line(u"Où l’enregistrer"_s);

    Open() { driving::bring(dialog); }
    [[nodiscard]] TextLine *line(const QString &label) const
    {
        for (TextLine *each : lines)
            if (const FieldFrame *frame = FieldFrame::around(each); frame && frame->label() == label)
                return each;
        INFO(label.toStdString());
        REQUIRE(false);
        return nullptr;
    }
    [[nodiscard]] QString message(QWidget *field) const { return driving::plain(FieldFrame::around(field)->message()); }
    [[nodiscard]] QString in(const QString &file) const { return folder.filePath(file); }
    void retype(TextLine *field, const QString &text) const
    {
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        pagetest::type(field, text);
    }
    [[nodiscard]] domain::Projet written() const
    {
        domain::Projet projet = pagetest::emptyProject();
        dialog.writeInto(projet);
        return projet;
    }
};

} // namespace

TEST_CASE(
    "Enter without a name says what is missing, keeps the keyboard there, and the sentence goes with the first key")
{
    Open open;
    CHECK(open.dialog.focusWidget() == open.name);
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.isVisible());
    CHECK(open.message(open.name).startsWith(u"Donnez un nom au projet"_s));
    CHECK(open.dialog.focusWidget() == open.name);
    QTest::keyClicks(open.name, u"   "_s); // spaces are no name
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.isVisible());
    CHECK_FALSE(open.message(open.name).isEmpty());
    QTest::keyClicks(open.name, u"CPTS"_s);
    CHECK(open.message(open.name).isEmpty());
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.result() == QDialog::Accepted);
    CHECK(open.dialog.projectName() == u"CPTS"_s);
}

TEST_CASE("The file follows the name until somebody says where it goes")
{
    Open open;
    pagetest::type(open.name, u"CPTS de l’Étoile"_s);
    CHECK(open.dialog.path() == open.in(u"cpts-de-l-etoile.cpts"_s));
    open.retype(open.path, open.in(u"à moi.cpts"_s));
    pagetest::type(open.name, u" du Sud"_s);
    CHECK(open.dialog.path() == open.in(u"à moi.cpts"_s));
}

TEST_CASE("A place that is emptied is asked for, a bare name goes into the folder, the ending comes by itself")
{
    Open open;
    pagetest::type(open.name, u"CPTS du Verdon"_s);
    open.path->selectAll();
    QTest::keyClick(open.path, Qt::Key_Delete);
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.isVisible());
    CHECK(open.message(open.path).contains(u"« Choisir… »"_s));
    CHECK(open.dialog.focusWidget() == open.path);
    pagetest::type(open.path, u"essai"_s);
    CHECK(open.dialog.path() == open.in(u"essai.cpts"_s));
    open.retype(open.path, u"Essai.CPTS"_s);
    CHECK(open.dialog.path() == open.in(u"Essai.CPTS"_s));
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.result() == QDialog::Accepted);
}

TEST_CASE("A folder that is given as the place gets a file of the project's name, never a hidden one")
{
    Open open;
    pagetest::type(open.name, u"CPTS du Verdon"_s);
    REQUIRE(QDir(open.folder.path()).mkpath(u"Projets"_s));
    open.retype(open.path, open.in(u"Projets"_s) + u'/');
    CHECK(open.dialog.path() == open.in(u"Projets/cpts-du-verdon.cpts"_s));
}

TEST_CASE("Any name of a project makes a name of a file that every disk takes")
{
    const std::vector<std::pair<QString, QString>> names{
        {u"CPTS « Sud / Nord »"_s, u"cpts-sud-nord.cpts"_s},
        {u"C:\\CPTS"_s, u"c-cpts.cpts"_s},
        {u"..."_s, u"projet-cpts.cpts"_s},
        {u"\t \n"_s, u"projet-cpts.cpts"_s},
        {u"Œuvre à ça"_s, u"oeuvre-a-ca.cpts"_s},
    };
    for (const auto &[name, file] : names) {
        INFO(name.toStdString());
        CHECK(fileNameFor(name) == file);
    }
    CHECK(fileNameFor(QString(500, u'a')).size() <= 65);
    for (const QChar c : fileNameFor(u"a<b>c|d?e*f\"g:h/i\\j"_s))
        CHECK((c.isLetterOrNumber() || c == u'-' || c == u'.'));
}

TEST_CASE("A name that is taken gets a number, a second one the next, and no file is written over")
{
    Open open;
    for (const QString &taken : {u"cpts.cpts"_s, u"cpts-2.cpts"_s, u"cpts-3.cpts"_s})
        REQUIRE(base::writeFile(open.in(taken), "x").ok());
    pagetest::type(open.name, u"CPTS"_s);
    CHECK(open.dialog.path() == open.in(u"cpts-4.cpts"_s));
}

TEST_CASE("A folder that is not there, or a name that is taken, is told under its field, and the answers stay")
{
    Open open;
    pagetest::type(open.name, u"CPTS du Verdon"_s);
    pagetest::type(open.lastName, u"Exemple"_s);
    const auto words = [&open] {
        QString all;
        for (const QLabel *label : open.dialog.findChildren<QLabel *>())
            if (label->isVisible())
                all += label->text() + u'\n';
        return driving::plain(all);
    };
    open.retype(open.path, open.in(u"absent/essai.cpts"_s));
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.isVisible());
    CHECK(words().contains(u"Le dossier « absent » n’existe pas"_s));
    CHECK(open.dialog.focusWidget() == open.path);
    REQUIRE(base::writeFile(open.in(u"pris.cpts"_s), "x").ok());
    open.retype(open.path, open.in(u"pris.cpts"_s));
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.isVisible());
    CHECK(words().contains(u"« pris.cpts » existe déjà dans ce dossier"_s));
    CHECK(open.lastName->text() == u"Exemple"_s);
    open.retype(open.path, open.in(u"libre.cpts"_s));
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(open.dialog.result() == QDialog::Accepted);
}

TEST_CASE("The porteur is somebody as soon as one thing of them is known, nobody otherwise")
{
    Open nobody;
    pagetest::type(nobody.name, u"CPTS"_s);
    pagetest::type(nobody.lastName, u"  "_s);
    CHECK(nobody.written().personnes.empty());
    CHECK(nobody.written().identite.porteur.isNull());
    Open trade;
    pagetest::type(trade.name, u"CPTS"_s);
    auto *profession = trade.dialog.findChild<ChoiceBox *>();
    REQUIRE(profession);
    CHECK(profession->currentText() == u"À préciser plus tard"_s);
    profession->setFocus();
    QTest::keyClick(profession, Qt::Key_Down);
    const domain::Projet written = trade.written();
    REQUIRE(written.personnes.size() == 1);
    CHECK(written.identite.porteur == written.personnes.begin()->first);
    CHECK_FALSE(written.personnes.begin()->second.profession.isEmpty());
    Open whole;
    pagetest::type(whole.name, u"  CPTS d’ici  "_s);
    pagetest::type(whole.lastName, u" Exemple "_s);
    pagetest::type(whole.firstName, u"Zoé"_s);
    const domain::Projet named = whole.written();
    CHECK(named.identite.nom == u"CPTS d’ici"_s);
    CHECK(named.personnes.begin()->second.nom == u"Exemple"_s);
    CHECK(named.personnes.begin()->second.prenom == u"Zoé"_s);
}

TEST_CASE("What is pasted on several lines as the name is one line")
{
    Open open;
    QApplication::clipboard()->setText(u"CPTS\ndu Verdon\n"_s);
    open.name->paste();
    CHECK(open.dialog.projectName() == u"CPTS du Verdon"_s);
}

TEST_CASE("The code for other professions is not offered, each profession is there once")
{
    Open open;
    const auto *profession = open.dialog.findChild<ChoiceBox *>();
    REQUIRE(profession);
    QStringList codes;
    for (int at = 0; at < profession->count(); ++at)
        codes << profession->itemData(at).toString();
    CHECK_FALSE(codes.contains(u"autres"_s));
    CHECK(codes.removeDuplicates() == 0);
    CHECK(codes.size() > 10);
}
