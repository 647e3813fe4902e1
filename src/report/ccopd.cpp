#include "report/ccopd.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/build_passages.h"
#include "report/build_pieces.h"
#include "report/user_text.h"

#include <algorithm>
#include <QSet>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The lettre and the projet de santé judge some things alike: told once. While the lettre is being written, nothing is
// said of the other.
std::vector<controle::Finding> thin(const QStringList &codes, const std::vector<controle::Finding> &findings,
                                    domain::Phase phase)
{
    std::vector<controle::Finding> kept;
    QSet<QString> said;
    for (const controle::Finding &finding : findings)
        if (finding.severity != controle::Severity::Fulfilled && codes.contains(finding.criterion) &&
            (phase != domain::Phase::Lettre || finding.volet == controle::Volet::Lettre) &&
            !said.contains(finding.sentence)) {
            said.insert(finding.sentence);
            kept.push_back(finding);
        }
    std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.severity < b.severity; });
    return kept;
}

Paragraph line(const QString &text, int level = 0, bool italic = false)
{
    Paragraph paragraph;
    paragraph.listLevel = level;
    paragraph.runs.push_back(words(text));
    paragraph.runs.back().italic = italic;
    return paragraph;
}

// What was prepared; empty while nothing is.
QString answerTo(const domain::Projet &projet, const CcopdCritere &critere)
{
    const auto champ = domain::parseChamp(critere.reponse());
    const auto value = champ ? domain::valueOf(projet, *champ) : domain::Value();
    const auto *text = std::get_if<QString>(&value);
    return text && !text->trimmed().isEmpty() ? *text : QString();
}

class CcopdBuilder
{
public:
    CcopdBuilder(const CcopdSpec &spec, const domain::Projet &projet, std::vector<Block> &blocks)
        : m_spec(spec), m_projet(projet), m_blocks(blocks)
    {
    }

    void add(const CcopdLecture &lecture)
    {
        const CcopdCritere &critere = lecture.critere;
        heading(1, u"%1 %2 : "_s.arg(m_spec.words.at(u"critere"_s)).arg(++m_number) + critere.texte);
        heading(2, m_spec.words.at(u"attendu"_s));
        m_blocks.emplace_back(line(critere.attendu));
        Paragraph source = line(critere.source);
        source.role = Paragraph::Role::Note;
        m_blocks.emplace_back(source);
        addPassages(lecture);
        heading(2, m_spec.words.at(u"minces"_s));
        if (lecture.minces.empty())
            m_blocks.emplace_back(line(m_spec.words.at(u"solide"_s)));
        for (const controle::Finding &finding : lecture.minces) {
            Paragraph point = line(finding.sentence, 1);
            point.runs.back().field = finding.field.table.isEmpty() ? QString() : finding.field.toString();
            m_blocks.emplace_back(point);
        }
        heading(2, m_spec.words.at(u"questions"_s));
        for (const QString &question : critere.questions)
            m_blocks.emplace_back(line(question, 1));
        addAnswer(critere);
    }

private:
    void heading(int level, const QString &text)
    {
        m_blocks.emplace_back(Heading{level, {words(text)}, u"ccopd-%1"_s.arg(++m_anchors), false});
    }

    void addPassages(const CcopdLecture &lecture)
    {
        heading(2, m_spec.words.at(u"passages"_s));
        if (lecture.passages.empty())
            m_blocks.emplace_back(line(m_spec.words.at(u"rien"_s), 0, true));
        for (const Passage &passage : lecture.passages) {
            Paragraph title = line(passage.titre + u" :"_s);
            title.runs.back().bold = true;
            title.keepWithNext = true;
            m_blocks.emplace_back(title);
            m_blocks.insert(m_blocks.end(), passage.blocks.begin(), passage.blocks.end());
        }
    }

    void addAnswer(const CcopdCritere &critere)
    {
        heading(2, m_spec.words.at(u"reponse"_s));
        const QString text = answerTo(m_projet, critere);
        const auto champ = domain::parseChamp(critere.reponse());
        const auto at = champ ? domain::resolve(m_projet, *champ) : std::nullopt;
        if (text.isEmpty())
            return m_blocks.push_back(line(m_spec.words.at(u"a-preparer"_s), 0, true));
        for (Block &block : blocksOf(text, {at ? at->toString() : QString(), m_spec.words.at(u"reponse"_s)}, {}))
            m_blocks.push_back(std::move(block));
    }

    const CcopdSpec &m_spec;
    const domain::Projet &m_projet;
    std::vector<Block> &m_blocks;
    int m_number = 0;
    int m_anchors = 0;
};

} // namespace

QString CcopdCritere::reponse() const
{
    return u"rubrique:ccopd-%1.texte"_s.arg(code);
}

std::vector<CcopdCritere> ccopdCriteres(const Trame &trame)
{
    return trame.data().ccopd ? trame.data().ccopd->criteria : std::vector<CcopdCritere>();
}

std::vector<CcopdLecture> ccopd(const Trame &trame, const domain::Projet &projet, const reference::Reference &reference,
                                const std::vector<controle::Finding> &findings)
{
    std::vector<CcopdLecture> readings;
    if (!trame.data().ccopd)
        return readings;
    const CcopdSpec &spec = *trame.data().ccopd;
    const BuildContext context{projet, reference};
    for (size_t at = 0; at < spec.criteria.size(); ++at)
        readings.push_back({spec.criteria[at], passagesOf(context, spec.passages[at]),
                            thin(spec.criteria[at].criteres, findings, projet.identite.phase)});
    return readings;
}

base::Result<Document> ccopdDocument(const Trame &trame, const domain::Projet &projet,
                                     const reference::Reference &reference,
                                     const std::vector<controle::Finding> &findings, const QDate &today)
{
    if (!trame.data().ccopd)
        return base::Error{base::ErrorCode::NotFound,
                           u"La trame « %1 » ne décrit pas la CCOPD. Rien n’a été modifié."_s.arg(trame.id()),
                           {}};
    const CcopdSpec &spec = *trame.data().ccopd;
    Document document;
    document.title = base::frenchTypography(spec.title);
    document.subtitle = base::frenchTypography(spec.subtitle);
    document.subject = base::frenchTypography(spec.subject);
    document.header = printedText(projet.identite.nom);
    document.author = document.header;
    document.footer = base::frenchTypography(spec.footer + u' ' + base::frenchLongDate(today));
    document.date = today;
    document.trame = trame.id();
    Paragraph origin = line(spec.origin);
    origin.role = Paragraph::Role::Guidance;
    document.blocks.emplace_back(origin);
    const std::vector<CcopdLecture> readings = ccopd(trame, projet, reference, findings);
    const auto left = std::count_if(readings.begin(), readings.end(), [&projet](const CcopdLecture &lecture) {
        return answerTo(projet, lecture.critere).isEmpty();
    });
    Paragraph count = line(left == 0   ? spec.words.at(u"toutes"_s)
                           : left == 1 ? spec.words.at(u"reste-une"_s)
                                       : u"%1 %2"_s.arg(left).arg(spec.words.at(u"restent"_s)));
    count.runs.back().bold = true;
    document.blocks.emplace_back(count);
    CcopdBuilder builder(spec, projet, document.blocks);
    for (const CcopdLecture &lecture : readings)
        builder.add(lecture);
    return document;
}

} // namespace report
