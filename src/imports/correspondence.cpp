#include "imports/correspondence.h"

#include "base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Pairs = std::vector<std::pair<QString, QString>>;

base::Error refused(const QString &sentence)
{
    return {base::ErrorCode::Invalid, sentence + u" Rien n’a été modifié."_s, {}};
}

base::Result<Pairs> pairsOfJson(const QString &text)
{
    const auto read = nlohmann::ordered_json::parse(text.toStdString(), nullptr, false);
    Pairs pairs;
    if (!read.is_object())
        return refused(u"La correspondance n’est pas un objet JSON : {\"Titre\": \"champ\"}."_s);
    for (const auto &[title, field] : read.items()) {
        if (!field.is_string())
            return refused(u"La correspondance de « %1 » n’est pas un texte."_s.arg(QString::fromStdString(title)));
        pairs.emplace_back(QString::fromStdString(title), QString::fromStdString(field.get<std::string>()));
    }
    return pairs;
}

base::Result<Pairs> pairsOfWords(const QString &text)
{
    Pairs pairs;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        if (part.count(u'=') != 1)
            return refused(u"« %1 » n’est pas une correspondance : écrivez « Titre=champ »."_s.arg(part.trimmed()));
        pairs.emplace_back(part.section(u'=', 0, 0).trimmed(), part.section(u'=', 1).trimmed());
    }
    return pairs;
}

int columnOf(const QString &word, const QStringList &titles)
{
    for (int column = 0; column < titles.size(); ++column)
        if (!titles[column].isEmpty() && base::fold(titles[column]) == base::fold(word))
            return column;
    bool number = false;
    const int column = word.toInt(&number) - 1;
    return number && column >= 0 && column < std::max<qsizetype>(titles.size(), 1) ? column : -1;
}

QString fieldOf(const QString &word, const Profile &profile)
{
    for (const ImportField &field : profile.fields)
        if (field.code == word || base::fold(field.label) == base::fold(word))
            return field.code;
    return {};
}

// What a row is about, and what is needed, stay what their titles say when nobody says otherwise.
void keepNeeded(ColumnMapping &mapping, const QStringList &titles, const Profile &profile)
{
    for (const auto &[column, code] : guessMapping(titles, profile)) {
        const ImportField *field = profile.field(code);
        const bool said =
            std::any_of(mapping.begin(), mapping.end(), [&code](const auto &each) { return each.second == code; });
        if ((field->required || field->identifies) && !said)
            mapping.emplace(column, code);
    }
}

} // namespace

base::Result<ColumnMapping> readCorrespondence(const QString &text, const QStringList &titles, const Profile &profile)
{
    const auto pairs = text.trimmed().startsWith(u'{') ? pairsOfJson(text) : pairsOfWords(text);
    if (!pairs)
        return pairs.error();
    ColumnMapping mapping;
    for (const auto &[title, word] : pairs.value()) {
        const int column = columnOf(title, titles);
        const QString field = fieldOf(word, profile);
        if (column < 0)
            return refused(
                u"Il n’y a pas de colonne « %1 ». Titres lus : %2."_s.arg(title, titles.mid(0, 30).join(u", "_s)));
        QStringList codes;
        for (const ImportField &each : profile.fields)
            codes.push_back(each.code);
        if (field.isEmpty())
            return refused(u"Le champ « %1 » n’existe pas pour « %2 ». Champs : %3."_s.arg(word, profile.nom,
                                                                                           codes.join(u", "_s)));
        mapping[column] = field;
    }
    if (mapping.empty())
        return refused(u"La correspondance ne dit rien."_s);
    keepNeeded(mapping, titles, profile);
    return mapping;
}

} // namespace imports
