// Names of services, brought together for a question.
#include "imports/service_names.h"
#include "support/catch.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Ways of writing one service have one key")
{
    const imports::ServiceNames names(support::references().sigles());
    for (const QStringList &same : {
             QStringList{u"CH de Digne-les-Bains"_s, u"C.H. DIGNE LES BAINS"_s, u"C. H. Digne les Bains"_s,
                         u"Centre hospitalier de Digne-les-Bains"_s},
             QStringList{u"SSIAD de l’Ubaye"_s, u"S.S.I.A.D. Ubaye"_s, u"S.S.I.A.D Ubaye"_s,
                         u"Service de soins infirmiers à domicile de l’Ubaye"_s},
             QStringList{u"MSP d’Annot"_s, u"Maison de santé pluriprofessionnelle d’Annot"_s},
             QStringList{u"Hôpital St-Joseph"_s, u"HOPITAL SAINT JOSEPH"_s},
         })
        for (const QString &each : same) {
            INFO(each.toStdString());
            CHECK(names.key(each) == names.key(same.front()));
        }
}

TEST_CASE("Services of two places, or of two kinds, stay apart, and no name is empty")
{
    const imports::ServiceNames names(support::references().sigles());
    CHECK(names.key(u"CH de Digne"_s) != names.key(u"CH de Manosque"_s));
    CHECK(names.key(u"CH de Digne"_s) != names.key(u"CCAS de Digne"_s));
    CHECK(names.key(u"EHPAD Les Lavandes"_s) != names.key(u"SSIAD Les Lavandes"_s));
    for (const QString &name : {u"La"_s, u"D."_s, u"A.D."_s, u"C.H."_s})
        CHECK_FALSE(names.key(name).isEmpty());
}
