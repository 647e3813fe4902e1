// Words to arguments, without a process.
#include "cli/verb.h"
#include "process.h"

using namespace Qt::Literals::StringLiterals;
using namespace cli;

namespace
{

Exit nothing(const Arguments &, Console &)
{
    return Exit::Well;
}

const Verb &sample()
{
    static const Verb verb{u"essai"_s,
                           {u"ENTRÉE"_s, u"SORTIE"_s},
                           {{u"force"_s, {}, u"quand même"_s}, {u"titre"_s, u"TEXTE"_s, u"le titre"_s}},
                           u"essayer"_s,
                           u"Rien de plus."_s,
                           nothing};
    return verb;
}

Arguments good(const QStringList &words)
{
    const auto arguments = parseArguments(sample(), words);
    REQUIRE(arguments.ok());
    return arguments.value();
}

QString fault(const QStringList &words)
{
    const auto arguments = parseArguments(sample(), words);
    REQUIRE_FALSE(arguments.ok());
    CHECK(isFrench(arguments.error().message));
    CHECK(arguments.error().message.endsWith(u'.'));
    return arguments.error().message;
}

} // namespace

TEST_CASE("Options stand anywhere, with a space or an equals sign")
{
    for (const QStringList &words : {QStringList{u"a"_s, u"b"_s, u"--force"_s, u"--titre"_s, u"Été"_s},
                                     QStringList{u"--titre=Été"_s, u"a"_s, u"--force"_s, u"b"_s},
                                     QStringList{u"--force"_s, u"--titre"_s, u"Été"_s, u"--"_s, u"a"_s, u"b"_s}}) {
        const Arguments arguments = good(words);
        CHECK(arguments.positionals == QStringList{u"a"_s, u"b"_s});
        CHECK(arguments.has(u"force"_s));
        CHECK(arguments.value(u"titre"_s) == u"Été"_s);
    }
    const Arguments bare = good({u"a"_s, u"b"_s});
    CHECK_FALSE(bare.has(u"force"_s));
    CHECK_FALSE(bare.has(u"titre"_s));
    CHECK(bare.value(u"titre"_s).isEmpty());
}

TEST_CASE("A file whose name begins with a dash comes after two dashes")
{
    CHECK(good({u"--"_s, u"--force"_s, u"-b"_s}).positionals == QStringList{u"--force"_s, u"-b"_s});
    CHECK_FALSE(good({u"--"_s, u"--force"_s, u"-b"_s}).has(u"force"_s));
}

TEST_CASE("Every fault has its own sentence, which names the word")
{
    CHECK(fault({}) == u"Il manque ENTRÉE."_s);
    CHECK(fault({u"a"_s}) == u"Il manque SORTIE."_s);
    CHECK(fault({u"a"_s, u"b"_s, u"c"_s}) == u"« c » est de trop."_s);
    CHECK(fault({u"a"_s, u""_s}) == u"Un nom de fichier est vide."_s);
    CHECK(fault({u"a"_s, u"b"_s, u"--titre"_s}) == u"L’option « --titre » attend une valeur : --titre TEXTE."_s);
    CHECK(fault({u"a"_s, u"b"_s, u"--titre="_s}) == u"L’option « --titre » attend une valeur : --titre TEXTE."_s);
    CHECK(fault({u"--titre"_s, u"--force"_s, u"a"_s, u"b"_s}).contains(u"--titre TEXTE"_s));
    CHECK(fault({u"a"_s, u"b"_s, u"--force=1"_s}) == u"L’option « --force » ne prend pas de valeur."_s);
    CHECK(fault({u"a"_s, u"b"_s, u"--titre"_s, u"x"_s, u"--titre=y"_s}).contains(u"plusieurs fois"_s));
    CHECK(fault({u"a"_s, u"--forcer"_s, u"b"_s}) == u"L’option « --forcer » n’existe pas pour « essai »."_s);
    CHECK(fault({u"a"_s, u"-f"_s, u"b"_s}) == u"L’option « -f » n’existe pas pour « essai »."_s);
}

TEST_CASE("The help of a verb is made of its table")
{
    CHECK(synopsis(sample()) == u"cpts essai ENTRÉE SORTIE [--force] [--titre TEXTE]"_s);
    const QString text = help(sample());
    CHECK(text.startsWith(u"Usage : "_s + synopsis(sample())));
    CHECK(text.contains(u"essai : essayer.\nRien de plus.\n"_s));
    CHECK(text.contains(u"  --force        quand même\n"_s));
    CHECK(text.contains(u"  --titre TEXTE  le titre\n"_s));
    CHECK(text.contains(u"  --help         afficher cette aide\n"_s));
}

TEST_CASE("The table of verbs is whole, and its words are usable")
{
    QStringList names;
    for (const Verb &each : verbs()) {
        names.push_back(each.name);
        CHECK(each.run != nullptr);
        CHECK_FALSE(each.summary.isEmpty());
        CHECK(each.summary.front().isLower());
        CHECK_FALSE(each.positionals.isEmpty());
        QStringList options;
        for (const Option &option : each.options) {
            options.push_back(option.name);
            CHECK_FALSE(option.meaning.isEmpty());
            CHECK(option.value == option.value.toUpper());
        }
        CHECK(options.removeDuplicates() == 0);
        CHECK_FALSE(options.contains(u"help"_s));
        CHECK(verb(each.name) == &each);
    }
    CHECK(names.removeDuplicates() == 0);
    CHECK(names == QStringList{u"nouveau"_s, u"info"_s, u"verifier"_s, u"exporter"_s, u"importer"_s, u"joindre"_s,
                               u"contours"_s, u"lister"_s, u"guide"_s});
    CHECK(verb(u"Nouveau"_s) == nullptr);
    CHECK(verb({}) == nullptr);
}

TEST_CASE("A positional in brackets can be left out, and is not taken twice")
{
    const Verb verb{u"essai"_s, {u"ENTRÉE"_s, u"[SORTIE]"_s}, {}, u"essayer"_s, {}, nothing};
    CHECK(parseArguments(verb, {u"a"_s}).value().positionals == QStringList{u"a"_s});
    CHECK(parseArguments(verb, {u"a"_s, u"b"_s}).value().positionals == QStringList{u"a"_s, u"b"_s});
    CHECK(parseArguments(verb, {}).error().message.contains(u"Il manque ENTRÉE"_s));
    CHECK(parseArguments(verb, {u"a"_s, u"b"_s, u"c"_s}).error().message.contains(u"« c » est de trop"_s));
    CHECK(synopsis(verb) == u"cpts essai ENTRÉE [SORTIE]"_s);
}
