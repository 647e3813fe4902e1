#include "controle/controle.h"
#include "gui/pages/page_tableau.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

bool tells(const QWidget *page, const QString &text)
{
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (label->text().contains(text))
            return true;
    return false;
}

QPushButton *button(const QWidget *page, const QString &text)
{
    for (QPushButton *each : page->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

base::Id addDate(domain::Projet &projet, const QString &etape, const QString &intitule, const QDate &date)
{
    const base::Id id = base::Id::create();
    domain::Echeance &echeance = projet.echeances.insert(id);
    echeance.etape = etape;
    echeance.intitule = intitule;
    echeance.date = date;
    return id;
}

} // namespace

TEST_CASE("An empty project: what to do first, and the way to it")
{
    Shown<gui::PageTableau> shown;
    CHECK(shown.page->title() == u"Projet sans nom"_s);
    CHECK(shown.page->side() == gui::FormPage::Side::None);
    CHECK(tells(shown.page.get(), u"Aucune commune"_s));
    CHECK(tells(shown.page.get(), u"Aucune date à venir"_s));
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    button(shown.page.get(), u"Choisir les communes →"_s)->click();
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(0).toString() == u"territoire"_s);
    button(shown.page.get(), u"Relire et exporter →"_s)->click();
    CHECK(goTo.at(1).at(0).toString() == u"relire"_s);
}

TEST_CASE("Members of the list that are not counted yet are told, with the way to count them, then counted")
{
    domain::Projet projet = emptyProject();
    domain::Commune &commune = projet.communes.insert(domain::Id::fromKey(u"commune:04039"_s));
    commune.code = u"04039"_s;
    commune.nom = u"Castellane"_s;
    for (const bool member : {true, true, false}) {
        domain::Personne &each = projet.personnes.insert(domain::Id::create());
        each.nom = member ? u"PSI"_s : u"TAU"_s;
        each.profession = u"infirmiers"_s;
        each.membre = member;
    }
    {
        Shown<gui::PageTableau> shown(projet);
        CHECK(tells(shown.page.get(), u"membres dans votre liste, à compter"_s));
        QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
        button(shown.page.get(), u"Compter les membres →"_s)->click();
        REQUIRE(goTo.size() == 1);
        CHECK(goTo.at(0).at(0).toString() == u"organisation"_s);
    }
    projet.organisation.comptage = domain::Comptage::Membres;
    Shown<gui::PageTableau> counted(projet);
    CHECK_FALSE(tells(counted.page.get(), u"dans votre liste"_s));
    CHECK_FALSE(button(counted.page.get(), u"Compter les membres →"_s));
    bool two = false;
    for (const QLabel *label : counted.page->findChildren<QLabel *>())
        two = two || label->text() == u"2"_s;
    CHECK(two);
}

TEST_CASE("The most important points come first and lead to their field")
{
    Shown<gui::PageTableau> shown;
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *first = nullptr;
    for (QPushButton *each : shown.page->findChildren<QPushButton *>())
        if (!first && each->accessibleName().contains(u"aller à la page"_s))
            first = each;
    REQUIRE(first);
    first->click();
    REQUIRE(goTo.size() == 1);
    CHECK(paca().page(goTo.at(0).at(0).toString()));
    CHECK(tells(shown.page.get(), u"Bloquant. "_s));
}

TEST_CASE("The five steps carry the dates of the calendar, or their delay")
{
    domain::Projet projet = emptyProject();
    projet.identite.nom = u"CPTS des Vallées"_s;
    addDate(projet, u"ccopd"_s, u"Passage en CCOPD"_s, QDate(2027, 3, 12));
    addDate(projet, {}, u"Réunion passée"_s, QDate(2026, 1, 8));
    addDate(projet, {}, u"Réunion d’Annot"_s, QDate(2026, 12, 1));
    Shown<gui::PageTableau> shown(projet, {1100, 700});
    CHECK(shown.page->title() == u"CPTS des Vallées"_s);
    for (const reference::Etape &etape : officialData().etapes().etapes)
        CHECK(tells(shown.page.get(), etape.titre));
    CHECK(tells(shown.page.get(), u"prévue le 12\u00A0mars\u00A02027"_s));
    CHECK(tells(shown.page.get(), u"Réunion d’Annot"_s));
    CHECK_FALSE(tells(shown.page.get(), u"Réunion passée"_s));
}

TEST_CASE("The dashboard follows an edit while it is looked at")
{
    domain::Projet projet = emptyProject();
    addCommune(projet, u"04039"_s);
    Shown<gui::PageTableau> shown(projet, {1100, 700});
    CHECK(tells(shown.page.get(), u"Taille 1"_s));
    CHECK(shown.page->findChild<QProgressBar *>()->value() < 100);
    const auto changes = domain::setting(shown.projet(), {u"identite"_s, {}, u"nom"_s}, u"CPTS Nouvelle"_s);
    REQUIRE(shown.dossier->edit(u"Essai"_s, changes).ok());
    QTest::qWait(300);
    CHECK(shown.page->title() == u"CPTS Nouvelle"_s);
}

TEST_CASE("What blocks the other document is named, with the way to it")
{
    domain::Projet projet = support::vallees();
    projet.identite.phase = domain::Phase::Lettre;
    Shown<gui::PageTableau> shown(projet, {1100, 900});
    CHECK(tells(shown.page.get(), u"Ce qui bloque le projet de santé"_s));
    const auto all = controle::check(projet, officialData(), QDate(2026, 11, 23), controle::Volet::Projet);
    const auto blocks = std::find_if(all.begin(), all.end(), [](const controle::Finding &each) {
        return each.severity == controle::Severity::Blocking;
    });
    REQUIRE(blocks != all.end());
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *way = nullptr;
    for (QPushButton *each : shown.page->findChildren<QPushButton *>())
        if (each->accessibleName().startsWith(blocks->sentence))
            way = each;
    REQUIRE(way);
    way->click();
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(0).toString() == blocks->page);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>() == blocks->field);
    const auto at = domain::FieldAddress{u"identite"_s, {}, u"phase"_s};
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), at, u"elaboration"_s)).ok());
    QTest::qWait(300);
    CHECK_FALSE(tells(shown.page.get(), u"Ce qui bloque le projet de santé"_s));
}

TEST_CASE("A projet that is hardly begun is not told to be blocked while the lettre is written")
{
    Shown<gui::PageTableau> shown(emptyProject(), {1100, 900});
    CHECK_FALSE(tells(shown.page.get(), u"Ce qui bloque le projet de santé"_s));
}

TEST_CASE("The states of the five steps stand on one line, and the size of the territory on one too")
{
    domain::Projet projet = emptyProject();
    addCommune(projet, u"04039"_s);
    Shown<gui::PageTableau> shown(projet, {1080, 700});
    QTest::qWait(20);
    QList<int> tops;
    for (const QLabel *label : shown.page->findChildren<QLabel *>()) {
        const QString words = support::plain(label->text());
        if (words.startsWith(u"réponse sous"_s) || words.contains(u"au plus, conseillé"_s))
            tops << label->mapTo(shown.page.get(), QPoint()).y();
        if (words == u"moins de 40 000"_s)
            CHECK(label->height() < 2 * label->fontMetrics().lineSpacing());
    }
    REQUIRE(tops.size() >= 2);
    for (const int top : tops)
        CHECK(top == tops.front());
}
