#include "imports/profession_words.h"

#include "base/text.h"
#include "reference/data_file.h"
#include "reference/name_key.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

base::Result<ProfessionWords> ProfessionWords::load(const QString &folder, const reference::Professions &professions)
{
    ProfessionWords words(professions);
    const auto read =
        reference::readDataFile(folder, u"imports-personnes.json"_s, [&](const reference::DataEntry &root) {
            root.each("professions", [&](const reference::DataEntry &entry) {
                const QString code = entry.text("code");
                if (!professions.find(code))
                    entry.fault(u"ce n’est pas une profession connue"_s);
                for (const QString &word : entry.texts("mots"))
                    words.m_words.insert(base::fold(word), code);
                for (const QString &word : entry.optionalTexts("specialites")) {
                    words.m_words.insert(base::fold(word), code);
                    words.m_specialities.insert(base::fold(word), word);
                }
            });
            for (const QString &word : root.texts("structures"))
                words.m_structures << base::fold(word);
            for (const QString &word : root.texts("titres"))
                words.m_headings << base::fold(word);
        });
    if (!read)
        return read.error();
    return words;
}

QString ProfessionWords::recognise(const QString &text) const
{
    if (m_professions->find(text))
        return text;
    const QString folded = base::fold(text);
    if (const auto *known = m_professions->recognise(text))
        return known->code;
    if (const auto word = m_words.constFind(folded); word != m_words.constEnd())
        return *word;
    // "Médecin généraliste libéral", "Infirmière (IDEL)": the words in front, then those behind.
    const QStringList parts = folded.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype count = parts.size() - 1; count > 0; --count)
        for (const qsizetype from : {qsizetype(0), parts.size() - count}) {
            const QString some = parts.mid(from, count).join(u' ');
            if (const auto *known = m_professions->recognise(some))
                return known->code;
            if (const auto word = m_words.constFind(some); word != m_words.constEnd())
                return *word;
        }
    return {};
}

QString ProfessionWords::written(const QString &text) const
{
    const QString code = recognise(text);
    const QString spaced = u' ' + base::fold(text) + u' ';
    for (const auto &[folded, speciality] : m_specialities.asKeyValueRange())
        if (m_words.value(folded) == code && spaced.contains(u' ' + folded + u' '))
            return u"%1 (%2)"_s.arg(m_professions->find(code)->singulier, speciality);
    return code;
}

bool ProfessionWords::namesStructure(const QString &text) const
{
    const QString folded = base::fold(text);
    return std::any_of(m_structures.begin(), m_structures.end(),
                       [&folded](const QString &start) { return folded.startsWith(start + u' '); });
}

bool ProfessionWords::announces(const QString &text) const
{
    const QString folded = base::fold(text);
    const bool several = folded.endsWith(u's') || folded.endsWith(u'x'); // « Maire » is a name
    return m_headings.contains(folded) || (several && !recognise(text).isEmpty());
}

QStringList ProfessionWords::nearest(const QString &text) const
{
    constexpr int limit = 4;
    const std::string folded = base::fold(text).toStdString();
    const QString begun = base::fold(text) + u' ';
    std::vector<std::pair<int, QString>> close;
    for (const auto *list : {&m_professions->trame, &m_professions->personnes})
        for (const auto &profession : *list)
            for (const QString &name : {profession.singulier, profession.pluriel}) {
                if (name == profession.singulier && base::fold(name).startsWith(begun))
                    close.emplace_back(0, name);
                const int distance = reference::editDistance(folded, base::fold(name).toStdString(), limit);
                if (distance <= limit)
                    close.emplace_back(distance, name);
            }
    std::stable_sort(close.begin(), close.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &[distance, name] : close)
        if (names.size() < 3 && !names.contains(name))
            names.push_back(name);
    return names;
}

} // namespace imports
