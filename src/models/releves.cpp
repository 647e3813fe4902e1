#include "models/releves.h"

#include "base/text.h"
#include "base/unit_words.h"
#include "domain/releves.h"
#include "models/columns.h"

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString uniteDe(const Projet &projet, const Id &indicateur)
{
    const domain::IndicateurAction *owner = projet.indicateursAction.find(indicateur);
    return owner ? owner->unite : QString();
}

// « 31 patients », « 1 patient ».
QString withUnit(const domain::Decimal &value, const QString &unite)
{
    if (!value)
        return {};
    const QString number = base::frenchNumber(*value, 2);
    return unite.trimmed().isEmpty() ? number : number + QChar(QChar::Nbsp) + base::unitFor(*value, unite.trimmed());
}

} // namespace

TableSpec relevesTable(const Id &indicateur)
{
    TableSpec spec;
    spec.table = u"releve"_s;
    spec.watched = {u"indicateurAction"_s}; // its unit
    spec.rows = [indicateur](const Projet &projet) {
        std::vector<Id> ids;
        for (const auto &[id, releve] : domain::relevesDe(projet, indicateur))
            ids.push_back(id);
        return ids;
    };
    Column value = number(u"valeur"_s, u"Valeur"_s, false);
    value.text = [](const Projet &projet, const Id &id) {
        const domain::Releve *releve = projet.releves.find(id);
        return releve ? withUnit(releve->valeur, uniteDe(projet, releve->indicateur)) : QString();
    };
    spec.columns = {words(u"annee"_s, u"Année"_s), value, words(u"commentaire"_s)};
    return spec;
}

QString dernierReleveEnClair(const Projet &projet, const Id &indicateur)
{
    const domain::Releve *last = domain::dernierReleve(projet, indicateur).second;
    return last ? u"%1 en %2"_s.arg(withUnit(last->valeur, uniteDe(projet, indicateur))).arg(*last->annee) : QString();
}

QString departEtCible(const Projet &projet, const Id &indicateur)
{
    const domain::IndicateurAction *one = projet.indicateursAction.find(indicateur);
    if (!one)
        return {};
    QStringList told;
    const auto tell = [&](const QString &name, const domain::Decimal &value, const QString &when) {
        told << name + u' ' + (value ? withUnit(value, one->unite) + when : u"à préciser"_s);
    };
    const QString measured = one->departLe.isValid() ? u" le "_s + base::frenchLongDate(one->departLe) : QString();
    const QString due = one->echeance.isValid() ? u" au "_s + base::frenchLongDate(one->echeance) : QString();
    tell(u"départ"_s, one->depart, measured);
    tell(u"cible"_s, one->cible, due);
    const QString title = one->intitule.simplified();
    return (title.isEmpty() ? u"Indicateur sans intitulé"_s : u"« %1 »"_s.arg(title)) + u" : "_s + told.join(u", "_s) +
           u'.';
}

QString anneeEnDouble(const Projet &projet, const Id &releve)
{
    const domain::Releve *one = projet.releves.find(releve);
    const domain::Releve *other = domain::memeAnnee(projet, releve).second;
    if (!one || !other)
        return {};
    const QString value = withUnit(other->valeur, uniteDe(projet, one->indicateur));
    return u"%1 est déjà dans la liste%2. Gardez une seule valeur par année."_s.arg(*one->annee)
        .arg(value.isEmpty() ? QString() : u" : "_s + value);
}

} // namespace models
