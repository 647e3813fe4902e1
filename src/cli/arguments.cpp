// Words to arguments. QCommandLineParser splits them; what it would say in English is said here.
#include "cli/verb.h"

#include <algorithm>
#include <QCommandLineParser>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

base::Error wrong(const QString &sentence)
{
    return {base::ErrorCode::Invalid, sentence, {}};
}

// An option that has no value, or a flag that has one: what the parser only tells in English.
base::Error wrongValue(const Verb &verb, const QStringList &words)
{
    for (const Option &option : verb.options) {
        const QString dashed = u"--"_s + option.name;
        if (!option.value.isEmpty() && !words.isEmpty() && words.back() == dashed)
            return wrong(u"L’option « %1 » attend une valeur : %1 %2."_s.arg(dashed, option.value));
        const bool given = std::any_of(words.begin(), words.end(),
                                       [&](const QString &word) { return word.startsWith(dashed + u'='); });
        if (option.value.isEmpty() && given)
            return wrong(u"L’option « %1 » ne prend pas de valeur."_s.arg(dashed));
    }
    return wrong(u"Ces options ne peuvent pas être comprises."_s);
}

// What a word of the usage stands for.
QString inWords(const QString &positional)
{
    static const QHash<QString, QString> words{{u"FICHIER.cpts"_s, u"le fichier du projet"_s},
                                               {u"DONNÉES"_s, u"le fichier à importer"_s},
                                               {u"PIÈCE"_s, u"le fichier à joindre"_s},
                                               {u"FICHIER.geojson"_s, u"le fichier des contours"_s},
                                               {u"DOSSIER"_s, u"le dossier des projets"_s}};
    const auto found = words.find(positional);
    return found == words.end() ? positional : *found + u" ("_s + positional + u')';
}

base::Result<void> checkPositionals(const Verb &verb, const QStringList &given)
{
    const bool optional = !verb.positionals.isEmpty() && verb.positionals.back().startsWith(u'[');
    if (given.size() < verb.positionals.size() - (optional ? 1 : 0))
        return wrong(u"Il manque %1."_s.arg(inWords(QString(verb.positionals[given.size()]).remove(u'…'))));
    const bool several = !verb.positionals.isEmpty() && verb.positionals.back().endsWith(u'…');
    if (given.size() > verb.positionals.size() && !several)
        return wrong(u"« %1 » est de trop."_s.arg(given[verb.positionals.size()]));
    for (const QString &word : given)
        if (word.isEmpty())
            return wrong(u"Un nom de fichier est vide."_s);
    return {};
}

} // namespace

base::Result<Arguments> parseArguments(const Verb &verb, const QStringList &words)
{
    QCommandLineParser parser;
    for (const Option &option : verb.options)
        parser.addOption(option.value.isEmpty() ? QCommandLineOption(option.name)
                                                : QCommandLineOption(option.name, option.meaning, option.value));
    const bool parsed = parser.parse(QStringList{u"cpts"_s} + words);
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return wrong(u"L’option « %1 » n’existe pas pour « %2 »."_s.arg(
            (unknown.front().size() > 1 ? u"--"_s : u"-"_s) + unknown.front(), verb.name));
    if (!parsed)
        return wrongValue(verb, words);
    Arguments arguments;
    arguments.positionals = parser.positionalArguments();
    for (const Option &option : verb.options) {
        if (!parser.isSet(option.name))
            continue;
        const QString value = option.value.isEmpty() ? QString() : parser.value(option.name);
        if (!option.value.isEmpty() && (value.isEmpty() || value.startsWith("--"_L1)))
            return wrong(u"L’option « --%1 » attend une valeur : --%1 %2."_s.arg(option.name, option.value));
        if (!option.value.isEmpty() && parser.values(option.name).size() > 1)
            return wrong(u"L’option « --%1 » est donnée plusieurs fois."_s.arg(option.name));
        arguments.options.insert(option.name, value);
    }
    const bool alone = std::any_of(verb.options.begin(), verb.options.end(), [&arguments](const Option &option) {
        return option.alone && arguments.has(option.name);
    });
    if (alone && arguments.positionals.size() < verb.positionals.size())
        return arguments;
    if (const auto checked = checkPositionals(verb, arguments.positionals); !checked)
        return checked.error();
    return arguments;
}

} // namespace cli
