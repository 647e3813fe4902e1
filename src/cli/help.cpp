#include "cli/verb.h"

#include <algorithm>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString line(const QString &left, qsizetype width, const QString &right)
{
    return u"  "_s + left.leftJustified(width) + u"  "_s + right + u'\n';
}

QString written(const Option &option)
{
    return u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

} // namespace

QString synopsis(const Verb &verb)
{
    QStringList parts{u"cpts"_s, verb.name};
    parts += verb.positionals;
    for (const Option &option : verb.options)
        parts.push_back(u'[' + written(option) + u']');
    return parts.join(u' ');
}

QString help(const Verb &verb)
{
    QString text = u"Usage : "_s + synopsis(verb) + u"\n\n"_s + verb.name + u" : "_s + verb.summary + u".\n"_s;
    if (!verb.details.isEmpty())
        text += verb.details + u'\n';
    text += u"\nOptions :\n"_s;
    const Option own{u"help"_s, {}, u"afficher cette aide"_s};
    qsizetype width = written(own).size();
    for (const Option &option : verb.options)
        width = std::max(width, written(option).size());
    for (const Option &option : verb.options)
        text += line(written(option), width, option.meaning);
    return text + line(written(own), width, own.meaning);
}

QString generalHelp()
{
    QString text = u"Atelier CPTS en ligne de commande : le projet de santé d’une CPTS, sans écran.\n\n"
                   "Usage : cpts VERBE FICHIER.cpts [OPTIONS]\n\nVerbes :\n"_s;
    for (const Verb &verb : verbs())
        text += line(verb.name, 10, verb.summary);
    text += u"\nOptions :\n"_s;
    text += line(u"--help"_s, 10, u"afficher cette aide, ou celle d’un verbe : cpts VERBE --help"_s);
    text += line(u"--version"_s, 10, u"afficher la version"_s);
    text += u"\nCodes de sortie : 0 tout va bien ; 1 points bloquants (verifier) ; 2 commande mal écrite ;\n"
            "3 fichier qui ne peut pas être lu ou écrit.\n"_s;
    return text;
}

} // namespace cli
