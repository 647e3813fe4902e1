#include "base/amount.h"
#include "base/rich_text.h"
#include "base/text.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/pages/thread_list.h"
#include "models/releves.h"
#include "reference/reference.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldAddress;

namespace
{

// The lines of one need, gathered as the thread goes down.
class Lines
{
public:
    explicit Lines(const AppContext &context) : m_context(context), m_projet(context.dossier.projet()) {}

    std::vector<ThreadLine> take() { return std::move(m_lines); }

    void addNeed(const controle::FilBesoin &need, int number)
    {
        QStringList names;
        for (const QString &code : need.missions)
            names << missionName(code);
        const domain::Besoin *one = m_projet.besoins.find(need.id);
        ThreadLine &line = add(
            0, one ? u"Besoin %1"_s.arg(number) : u"Fiches-actions sans besoin"_s,
            one ? one->enonce : base::frenchCount(qint64(need.fiches.size()), u"fiche-action"_s, u"fiches-actions"_s),
            one ? FieldAddress{u"besoin"_s, need.id, u"enonce"_s}
                : FieldAddress{u"fiche"_s, need.fiches.front().id, u"besoins"_s});
        line.detail = names.join(u", "_s);
        if (one && names.isEmpty())
            line.gap = u"aucune mission"_s;
        if (one && !controle::hasAction(m_projet, need.id))
            line.gap += (line.gap.isEmpty() ? QString() : u" · "_s) + u"aucune fiche-action n’y répond"_s;
        for (const controle::FilFiche &fiche : need.fiches)
            addFiche(fiche);
    }

private:
    void addFiche(const controle::FilFiche &fiche)
    {
        const domain::FicheAction &one = *m_projet.fiches.find(fiche.id);
        const size_t first = m_lines.size();
        m_mission = fiche.mission;
        const auto field = [&](const QString &name) { return FieldAddress{u"fiche"_s, fiche.id, name}; };
        ThreadLine &action = add(1, u"Action"_s, one.intitule, field(u"intitule"_s));
        action.detail = fiche.mission.isEmpty() ? QString() : u"Mission : "_s + missionName(fiche.mission);
        action.gap = fiche.mission.isEmpty() ? u"aucune mission"_s : QString();
        add(2, u"Objectif général"_s, one.objectifGeneral, field(u"objectifGeneral"_s));
        for (const controle::FilObjectif &objectif : fiche.objectifs)
            addObjectif(objectif);
        add(2, u"Moyens"_s, one.moyens, field(u"moyens"_s));
        for (const base::Id &id : fiche.budget)
            addBudget(id);
        if (!fiche.etapes.empty())
            addEtapes(fiche.etapes);
        m_mission.clear();
        if (!domain::isAbandoned(one))
            return;
        m_lines[first].text += u" (action abandonnée)"_s;
        for (size_t i = first; i < m_lines.size(); ++i) // nothing more is asked of it
            m_lines[i].gap.clear();
    }

    void addObjectif(const controle::FilObjectif &objectif)
    {
        if (const auto *one = m_projet.objectifs.find(objectif.id)) {
            ThreadLine &line =
                add(2, u"Objectif"_s, one->enonce, FieldAddress{u"objectif"_s, objectif.id, u"enonce"_s});
            if (objectif.indicateurs.empty())
                line.gap = u"aucun indicateur"_s;
        }
        for (const base::Id &id : objectif.indicateurs)
            addIndicateur(id, objectif.id.isNull() ? 2 : 3);
    }

    void addIndicateur(const base::Id &id, int depth)
    {
        const domain::IndicateurAction &one = *m_projet.indicateursAction.find(id);
        QStringList told;
        QStringList gaps;
        const auto measure = [&](const QString &name, const domain::Decimal &value, const QDate &date,
                                 const QString &before) {
            if (!value)
                return void(gaps << name);
            const QString unit = one.unite.trimmed().isEmpty() ? QString() : QChar(0x00A0) + one.unite.trimmed();
            const QString when = date.isValid() ? before + base::frenchLongDate(date) : QString();
            told << name + u' ' + base::frenchNumber(*value, 2) + unit + when;
        };
        measure(u"départ"_s, one.depart, one.departLe, u", le "_s);
        if (const QString reached = models::dernierReleveEnClair(m_projet, id); !reached.isEmpty())
            told << u"valeur relevée "_s + reached;
        measure(u"cible"_s, one.cible, one.echeance, u", au "_s);
        if (one.justificatif.trimmed().isEmpty())
            gaps << u"justificatif"_s;
        else
            told << u"justificatif : "_s + one.justificatif.simplified();
        const QString gap = !one.depart ? u"depart"_s : !one.cible ? u"cible"_s : u"justificatif"_s;
        ThreadLine &line = add(depth, u"Indicateur"_s, one.intitule,
                               {u"indicateurAction"_s, id, gaps.isEmpty() ? u"intitule"_s : gap});
        line.detail = told.join(u" – "_s);
        line.gap = gaps.isEmpty() ? QString() : base::frenchList(gaps) + u" à préciser"_s;
    }

    void addBudget(const base::Id &id)
    {
        const domain::LigneBudget &one = *m_projet.budget.find(id);
        QStringList told;
        if (one.prevu)
            told << base::frenchAmount(*one.prevu) + QChar(0x00A0) + u'€' +
                        (one.annee ? u" (%1)"_s.arg(*one.annee) : QString());
        if (!one.financeur.trimmed().isEmpty())
            told << u"financeur : "_s + one.financeur.simplified();
        ThreadLine &line = add(2, u"Dépense"_s, one.intitule,
                               {u"budget"_s, id, one.financeur.trimmed().isEmpty() ? u"financeur"_s : u"intitule"_s});
        line.detail = told.join(u" – "_s);
        line.gap = one.financeur.trimmed().isEmpty() ? u"financeur à préciser"_s : QString();
    }

    // In one line: the calendar has them all.
    void addEtapes(const std::vector<base::Id> &etapes)
    {
        QStringList names;
        for (const base::Id &id : etapes)
            names << m_projet.etapesAction.find(id)->intitule.simplified();
        add(2, u"Étapes"_s, names.join(u" ; "_s), {u"etapeAction"_s, etapes.front(), u"intitule"_s});
    }

    ThreadLine &add(int depth, const QString &label, const QString &text, const FieldAddress &field)
    {
        ThreadLine line;
        line.depth = depth;
        line.strong = depth < 2;
        line.label = label;
        line.text = base::frenchTypography(base::plainLine(text).trimmed());
        if (line.text.isEmpty())
            line.text = u"à préciser"_s;
        line.field = field;
        line.mission = m_mission;
        return m_lines.emplace_back(std::move(line));
    }

    [[nodiscard]] QString missionName(const QString &code) const
    {
        const reference::Mission *mission = m_context.reference.missions().find(code);
        return mission ? mission->libelleCourt : code;
    }

    const AppContext &m_context;
    const domain::Projet &m_projet;
    QString m_mission;
    std::vector<ThreadLine> m_lines;
};

} // namespace

QString ThreadLine::spoken() const
{
    QString said = base::frenchTypography(text.isEmpty() ? label : label + u" : "_s + text);
    for (const QString &more : {detail, gap})
        if (!more.isEmpty())
            said += u". "_s + base::frenchTypography(more);
    return said;
}

std::vector<ThreadLine> threadLines(const AppContext &context, const controle::FilBesoin &need, int number)
{
    Lines lines(context);
    lines.addNeed(need, number);
    return lines.take();
}

} // namespace gui
