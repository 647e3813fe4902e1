// The list of members that a coordinator keeps: persons and structures, each once.
#include "base/text.h"
#include "domain/effectifs.h"
#include "domain/rank.h"
#include "imports/block_cells.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"
#include "imports/draft.h"
#include "imports/people.h"
#include "imports/person_cells.h"
#include "imports/person_names.h"

#include <algorithm>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::Personne;

// « Gouvernance », « Membre du bureau ? », « Siège au CA ? »; after base::fold.
QString governancePattern()
{
    return u".*gouvernance.*|administrat(eur|rice)s?|"
           "((est )?(membres?|elue?s?|siege|roles?|mandats?|participe|fonctions?)( elue?)? )?((du|au|dans le|de la|le) "
           ")?"
           "(bureau|ca|conseil d administration|codir|copil|comite de pilotage)"
           "( (et|ou|du) (bureau|ca|conseil d administration)| ca| bureau)?( oui non| o n)?"_s;
}

Profile profileOf()
{
    return {
        u"personnes"_s,
        u"Liste des membres"_s,
        u"Ajoute les membres de la CPTS, personnes et structures. Ceux qui sont déjà dans le projet sont complétés, "
        u"jamais "
        "doublés."_s,
        u"Une liste à vous (collée, Excel ou CSV) avec des titres comme Nom, Prénom, Profession, Structure, Statut, "
        u"Adresse mail, "
        "Téléphone, Lieu d’exercice, Gouvernance, Élaboration."_s,
        {{u"nom"_s, u"Nom"_s, u"noms?( de famille| d usage| d exercice| du professionnel| du membre)?"_s},
         {u"prenom"_s, u"Prénom"_s, u"prenoms?( d exercice| usuel)?"_s},
         {u"nomComplet"_s, u"Nom et prénom"_s,
          u"noms?( et|,)? prenoms?.*|prenoms?( et|,)? noms?.*|identite|nom complet|qui|professionnels?|contacts?"_s},
         {u"profession"_s, u"Profession"_s, u"professions?.*|metiers?|specialites?|fonctions?|qualite|categorie.*"_s},
         {u"structure"_s, u"Structure"_s,
          u"structures?.*|nom (de la structure|du cabinet)|((lieux?|etablissements?|cabinets?|msp|cds|pharmacie|maison "
          u"de "
          "sante)( (ou|et))? )?(etablissements?|cabinets?|msp|cds|structures?)|organismes?|employeur|raison sociale|"
          "association"_s},
         {u"statut"_s, u"Statut"_s, u"statuts?|mode d exercice|type d exercice|exercice|type( de membre)?"_s},
         {u"secteur"_s, u"Secteur"_s, u"secteurs?( d activite)?"_s},
         {u"email"_s, u"Adresse mail"_s,
          u"(adresse )?(e ?mails?|mails?|courriels?|mel|messagerie).*|adresse (e ?mail|electronique)"_s},
         {u"telephone"_s, u"Téléphone"_s, u"((numero|num|n|no)( de)? )?(tel|telephones?|portable|mobile|gsm).*"_s},
         {u"lieu"_s, u"Lieu d’exercice"_s,
          u"lieux?( d exercice)?|communes?( d exercice)?|villes?|localisation|localite"_s},
         {u"adresse"_s, u"Adresse postale"_s, u"adresses?.*|rue|voie"_s},
         {u"codePostal"_s, u"Code postal"_s, u"cp|codes? postal|codes postaux"_s},
         {u"gouvernance"_s, u"Gouvernance (oui ou non)"_s, governancePattern()},
         {u"elaboration"_s, u"Participation à l’élaboration (oui ou non)"_s, u".*elaboration.*|groupes? de travail"_s},
         {u"membre"_s, u"Membre (oui ou non)"_s,
          u"(est )?(membres?|adherente?s?|adherent e( s)?|adhesions?|a adhere)( ?((de|a) la )?cpts)?( oui non| o n)?"_s}}};
}

class Members
{
public:
    Members(ImportJob &job, const ProfessionWords &words)
        : m_job(job), m_words(words), m_rank(Draft::lastRank(job.draft.after.personnes)),
          m_firstNameFirst(isFirstNameFirst(job.rows.title(u"nomComplet"_s)))
    {
        for (const auto &[id, personne] : job.draft.after.personnes)
            remember(id, personne);
    }

    void take();
    base::Result<void> report() const;

private:
    [[nodiscard]] std::optional<Personne> read();
    [[nodiscard]] QString severalPeople() const;
    [[nodiscard]] bool alone() const;
    void readName(Personne &personne);
    void readEmail(Personne &personne);
    void readPhoneNumber(Personne &personne);
    void readMember(Personne &personne);
    [[nodiscard]] QString placeOfWork() const;
    void readAnswers(Personne &personne);
    void readProfession(Personne &personne);
    void tellProfessions() const;
    void tell(const QString &remark); // of the current row; nothing when it is empty
    void remember(const domain::Id &id, const Personne &personne);
    [[nodiscard]] std::optional<domain::Id> known(const Personne &personne) const;
    void complete(const domain::Id &id, const Personne &from);

    ImportJob &m_job;
    const ProfessionWords &m_words;
    QString m_rank;
    bool m_firstNameFirst;
    QMultiHash<QString, domain::Id> m_byName;
    QSet<domain::Id> m_ofFile;
    std::map<QString, QStringList> m_unknown; // professions as written -> who bears them
    bool m_saidNo = false;                    // of the current row: no member
    int m_added = 0;
    int m_others = 0; // added, who are no members
    int m_completed = 0;
    int m_same = 0;
};

void Members::tell(const QString &remark)
{
    if (!remark.isEmpty())
        m_job.draft.remark(m_job.rows.line(), remark);
}

void Members::remember(const domain::Id &id, const Personne &personne)
{
    m_byName.insert(personKey(personne), id);
}

std::optional<domain::Id> Members::known(const Personne &personne) const
{
    return personAmong(m_byName.values(personKey(personne)), m_job.draft.after, personne);
}

// The cell where two people stand; empty when there is none.
QString Members::severalPeople() const
{
    for (const QString &field : {u"nom"_s, u"prenom"_s, u"nomComplet"_s})
        if (const QString cell = m_job.rows.text(field); !isFormula(cell) && namesSeveral(cell))
            return cell.simplified().left(60);
    return {};
}

// Nothing but a name stands in the row, or a number beside it.
bool Members::alone() const
{
    const QStringList names{u"nom"_s, u"nomComplet"_s};
    return std::all_of(m_job.profile.fields.begin(), m_job.profile.fields.end(), [&](const ImportField &field) {
        const QString cell = m_job.rows.text(field.code).simplified();
        return cell.isEmpty() || names.contains(field.code) || isFigure(cell);
    });
}

void Members::readName(Personne &personne)
{
    const FieldRows &rows = m_job.rows;
    const PersonName read = readPersonName({rows.text(u"nom"_s), rows.text(u"prenom"_s), rows.text(u"nomComplet"_s),
                                            rows.text(u"structure"_s), rows.column(u"prenom"_s) >= 0, m_firstNameFirst},
                                           m_words);
    personne.nom = read.nom;
    personne.prenom = read.prenom;
    personne.structure = read.structure;
    tell(read.remark);
    if (!rows.text(u"nomComplet"_s).isEmpty())
        takeKnownOrder(personne, m_job.draft.after);
}

void Members::readProfession(Personne &personne)
{
    const QString text = m_job.rows.text(u"profession"_s).simplified();
    if (text.isEmpty() || isFormula(text))
        return;
    personne.profession = m_words.written(text);
    if (!personne.profession.isEmpty())
        return;
    personne.profession = text;
    m_unknown[text] << u"ligne %1 : %2"_s.arg(m_job.rows.line()).arg(domain::nomDe(personne).left(60));
}

// Each unknown profession once, with those who bear it and where they count.
void Members::tellProfessions() const
{
    constexpr qsizetype most = 5;
    const auto &known = m_job.reference.professions();
    for (const auto &[text, people] : m_unknown) {
        const auto *line = known.find(known.ligneDe(text));
        const QStringList near = m_words.nearest(text);
        QString who = people.mid(0, most).join(u" ; "_s);
        if (const qsizetype more = people.size() - most; more > 0)
            who += u" ; et %1"_s.arg(base::frenchCount(more, u"autre"_s, u"autres"_s));
        m_job.draft.unmatched(u"profession « %1 » gardée telle quelle%2 (%3)%4"_s.arg(
            text.left(60), line ? u", comptée dans « %1 »"_s.arg(line->pluriel) : QString(), who,
            near.isEmpty() ? QString() : u" ; proches : "_s + near.join(u", "_s)));
    }
}

void Members::readEmail(Personne &personne)
{
    const ReadCell read = readMailbox(m_job.rows.text(u"email"_s));
    personne.email = read.value;
    tell(read.remark);
}

void Members::readPhoneNumber(Personne &personne)
{
    const ReadCell read = readTelephone(m_job.rows.text(u"telephone"_s));
    personne.telephone = read.value;
    tell(read.remark);
}

// « 1 rue de l’Église, 12100 Millau », of the columns that the list has.
QString Members::placeOfWork() const
{
    QString town = m_job.plain(u"lieu"_s);
    const QString address = m_job.plain(u"adresse"_s);
    if (!town.isEmpty() && base::fold(address).endsWith(base::fold(town)))
        return address;
    if (const QString postal = m_job.plain(u"codePostal"_s); !town.contains(postal))
        town = u"%1 %2"_s.arg(postal, town).trimmed();
    return address.isEmpty() || town.isEmpty() ? address + town : u"%1, %2"_s.arg(address, town);
}

// Only who is said to be a member is one: the list of members goes to the ARS.
void Members::readMember(Personne &personne)
{
    const FieldRows &rows = m_job.rows;
    m_saidNo = false;
    personne.membre = rows.column(u"membre"_s) < 0;
    if (personne.membre)
        return;
    const QString text = rows.text(u"membre"_s).simplified();
    const domain::Answer read = readMembership(text);
    personne.membre = read == true;
    m_saidNo = read == false;
    if (personne.membre || m_saidNo)
        return;
    const QString title =
        rows.title(u"membre"_s).isEmpty() ? m_job.profile.field(u"membre"_s)->label : rows.title(u"membre"_s).left(40);
    m_job.draft.remark(
        rows.line(),
        text.isEmpty()
            ? u"« %1 » : rien sous « %2 » ; noté non membre, à préciser"_s.arg(domain::nomDe(personne).left(60), title)
            : u"« %1 » : « %3 » sous « %2 » n’est ni oui ni non ; noté non membre, à préciser"_s.arg(
                  domain::nomDe(personne).left(60), title, text.left(40)));
}

void Members::readAnswers(Personne &personne)
{
    const FieldRows &rows = m_job.rows;
    const auto unclear = [&](const QString &field) {
        m_job.draft.remark(rows.line(), u"%1 : « %2 » n’a pas été reconnu ; à préciser"_s.arg(
                                            m_job.profile.field(field)->label, rows.text(field).left(40)));
    };
    const auto answer = [&](const QString &field) {
        const QString text = rows.text(field);
        const auto read = field == u"gouvernance" ? readGovernance(text) : readAnswer(text);
        if (!read && !text.isEmpty())
            unclear(field);
        return read;
    };
    personne.gouvernance = answer(u"gouvernance"_s);
    personne.elaboration = answer(u"elaboration"_s);
    readMember(personne);
    if (const auto statut = readStatut(rows.text(u"statut"_s)))
        personne.statut = *statut;
    else if (!rows.text(u"statut"_s).isEmpty())
        unclear(u"statut"_s);
    else if (const auto said = statutInProfession(rows.text(u"profession"_s)))
        personne.statut = *said;
    if (const auto secteur = readSecteur(rows.text(u"secteur"_s)))
        personne.secteur = *secteur;
    else if (!rows.text(u"secteur"_s).isEmpty())
        unclear(u"secteur"_s);
}

std::optional<Personne> Members::read()
{
    const FieldRows &rows = m_job.rows;
    if (const QString several = severalPeople(); !several.isEmpty()) {
        m_job.draft.remark(
            rows.line(),
            u"« %1 » : deux personnes dans une cellule ? à séparer ; ligne laissée de côté"_s.arg(several));
        return std::nullopt;
    }
    Personne personne;
    readName(personne);
    if (domain::nomDe(personne).isEmpty()) {
        m_job.draft.remark(rows.line(), u"ni nom ni structure ; ligne laissée de côté"_s);
        return std::nullopt;
    }
    if (isFormula(personne.nom) || isFormula(personne.prenom) || isFormula(personne.structure)) {
        m_job.draft.remark(rows.line(), u"une formule tient lieu de nom ; ligne laissée de côté"_s);
        return std::nullopt;
    }
    const bool nameOnly = personne.prenom.isEmpty() && alone();
    if (const QString why = nameOnly ? betweenPeople(personne.nom, m_words) : QString(); !why.isEmpty()) {
        tell(why + u" ; ligne laissée de côté"_s);
        return std::nullopt;
    }
    readProfession(personne);
    readEmail(personne);
    readPhoneNumber(personne);
    personne.lieuExercice = placeOfWork();
    readAnswers(personne);
    return personne;
}

// What the project lacks; what it says otherwise is kept and told.
void Members::complete(const domain::Id &id, const Personne &from)
{
    Personne &into = *m_job.draft.after.personnes.find(id);
    const Completion completion = completeRecord(*domain::table(u"personne"_s), &into, &from);
    completion.changed ? ++m_completed : ++m_same;
    tellCompletion(m_job, completion, domain::nomDe(into), m_ofFile.contains(id));
    if (m_saidNo && into.membre)
        m_job.draft.remark(
            m_job.rows.line(),
            u"« %1 » est déjà membre, et la liste dit non ; le projet est gardé"_s.arg(domain::nomDe(into).left(60)));
}

void Members::take()
{
    auto personne = read();
    if (!personne)
        return;
    if (const auto there = known(*personne)) {
        complete(*there, *personne);
        m_ofFile.insert(*there);
        return;
    }
    if (m_byName.contains(personKey(*personne)))
        m_job.draft.remark(m_job.rows.line(),
                           u"« %1 » a un homonyme d’une autre profession, d’un autre lieu ou d’une autre adresse ; "
                           "les deux sont gardés"_s.arg(domain::nomDe(*personne)));
    if (!personne->nom.isEmpty() && personne->prenom.isEmpty() && !personne->profession.isEmpty())
        m_job.draft.remark(m_job.rows.line(), u"« %1 » n’a pas de prénom ; à compléter"_s.arg(personne->nom.left(40)));
    m_rank = domain::rankBetween(m_rank, {});
    personne->rang = m_rank;
    const QString key = personKey(*personne) + u'|' + personne->email.toLower() + u'|' + personne->profession;
    domain::Id id = domain::Id::fromKey(u"personne:"_s + key);
    if (m_job.draft.after.personnes.find(id))
        id = domain::Id::fromKey(u"personne:"_s + key + u'|' + m_rank);
    m_job.draft.after.personnes.insert(id, *personne);
    remember(id, *personne);
    m_ofFile.insert(id);
    personne->membre ? ++m_added : ++m_others;
}

base::Result<void> Members::report() const
{
    tellProfessions();
    if (m_added + m_others + m_completed + m_same == 0)
        return nothingFound(m_job, u"aucun membre n’y a été lu"_s);
    m_job.draft.summary(u"%1, %2, %3 sans changement"_s.arg(
        base::frenchCount(m_added, u"nouveau membre"_s, u"nouveaux membres"_s),
        base::frenchCount(m_completed, u"complété"_s, u"complétés"_s), base::frenchNumber(qint64(m_same))));
    if (m_others > 0)
        m_job.draft.summary(base::frenchCount(m_others, u"personne ajoutée sans être membre"_s,
                                              u"personnes ajoutées sans être membres"_s));
    return {};
}

base::Result<void> run(ImportJob &job)
{
    const bool named =
        job.rows.column(u"nom"_s) >= 0 || job.rows.column(u"nomComplet"_s) >= 0 || job.rows.column(u"structure"_s) >= 0;
    if (!named)
        return base::Error{base::ErrorCode::Invalid,
                           u"%1 n’a pas de colonne de noms (« Nom », « Nom et prénom » ou « Structure »). Rien n’a été "
                           "modifié. Titres lus : %2."_s.arg(job.input.what(), job.rows.titles().join(u", "_s)),
                           {}};
    const auto words = ProfessionWords::load(job.referenceFolder(), job.reference.professions());
    if (!words)
        return words.error();
    Members members(job, words.value());
    while (job.rows.next())
        members.take();
    return members.report();
}

} // namespace

Runner personnesRunner()
{
    Layout layout;
    layout.official = false;
    layout.rows = 10'000;
    layout.settle = [](ColumnMapping &mapping, const TableLook &look) {
        if (!look.said())
            settleNameColumns(mapping, look.rows);
    };
    return {profileOf(), layout, run};
}

} // namespace imports
