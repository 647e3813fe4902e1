#include "suivi/mots.h"

#include "base/text.h"

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Mots {
    QLatin1StringView code;
    QString mots;
};

template <size_t n>
QString motsDe(const Mots (&liste)[n], const QString &code)
{
    for (const Mots &each : liste)
        if (each.code == code)
            return each.mots;
    return {};
}

QString pourquoi(const Terme &terme)
{
    if (terme.joursSuspendus > 0)
        return u"estimation : délai suspendu "_s + base::frenchCount(terme.joursSuspendus, u"jour"_s, u"jours"_s);
    return terme.estime ? u"estimation : la date de départ est prévue, pas encore réelle"_s : QString();
}

} // namespace

QString libelleDateReelle(const QString &etape)
{
    const Mots mots[] = {{"lettre-intention"_L1, u"Lettre envoyée le"_s},
                         {"ccopd"_L1, u"Passage en commission le"_s},
                         {"elaboration"_L1, u"Réponse favorable reçue le"_s},
                         {"validation"_L1, u"Projet de santé déposé le"_s},
                         {"contrat"_L1, u"Contrat signé le"_s}};
    const QString words = motsDe(mots, etape);
    return words.isEmpty() ? u"Date réelle"_s : words;
}

QString nomDuTerme(const QString &delai)
{
    const Mots mots[] = {{"reponse-ccopd"_L1, u"Réponse de l’ARS attendue"_s},
                         {"elaboration-projet"_L1, u"Dépôt conseillé du projet de santé"_s},
                         {"validation-reputee"_L1, u"Projet de santé réputé validé"_s},
                         {"duree-contrat"_L1, u"Fin du contrat"_s},
                         {"mise-en-oeuvre-missions"_L1, u"Toutes les missions en place"_s}};
    return motsDe(mots, delai);
}

QString moisEnMots(int mois)
{
    return mois % 12 == 0 ? base::frenchCount(mois / 12, u"an"_s, u"ans"_s) : u"%1 mois"_s.arg(mois);
}

namespace
{

// A date that no line breaks.
QString whole(const QDate &date)
{
    return base::frenchLongDate(date).replace(u' ', QChar(0x00A0));
}

} // namespace

QString etatEnMots(const Etape &etape, const QDate &today)
{
    const QDate real = etape.reelle.date;
    const QDate planned = etape.prevue.date;
    const QString past = planned.isValid() && planned < today ? u", date passée"_s : QString();
    const QString plan = planned.isValid() ? u"prévue le "_s + whole(planned) + past : QString();
    switch (etape.etat) {
    case EtatEtape::Faite:
        return real.isValid() ? u"faite le "_s + whole(real) : u"faite"_s;
    case EtatEtape::EnCours:
        if (real.isValid())
            return (real > today ? u"en cours, datée du "_s : u"en cours depuis le "_s) + whole(real);
        return plan.isEmpty() ? u"en cours"_s : u"en cours · "_s + plan;
    case EtatEtape::Prevue:
        return plan;
    case EtatEtape::AVenir:
        break;
    }
    return {};
}

QString termeEnMots(const Terme &terme)
{
    const QString name = nomDuTerme(terme.delai->code);
    const QString what = name.isEmpty() ? terme.delai->libelle : name;
    const QString date = base::frenchLongDate(terme.date);
    if (terme.suspenduDepuis.isValid() && !terme.tenu)
        return u"%1 : délai suspendu depuis le %2. Repris aujourd’hui, il finirait le %3."_s.arg(
            what, base::frenchLongDate(terme.suspenduDepuis), date);
    const QString why = terme.tenu ? QString() : pourquoi(terme);
    const QString link = terme.delai->nature == reference::Delai::Nature::Duree ? u"le"_s : u"au plus tard le"_s;
    return u"%1 : %2 %3"_s.arg(what, link, date) + (why.isEmpty() ? u"."_s : u" ("_s + why + u")."_s);
}

} // namespace suivi
