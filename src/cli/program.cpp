#include "cli/program.h"

#include "cli/common.h"
#include "cli/verbs.h"
#include "formats/export.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

int code(Exit exit)
{
    return static_cast<int>(exit);
}

int wrongUsage(QTextStream &err, const QString &sentence, const QString &advice)
{
    err << sentence << '\n' << advice << '\n';
    return code(Exit::Usage);
}

bool asksHelp(const QString &word)
{
    return word == u"--help" || word == u"-h" || word == u"--aide";
}

int unknownVerb(QTextStream &err, const QString &word)
{
    QStringList names;
    for (const Verb &each : verbs())
        names.push_back(each.name);
    const QString kind =
        word.startsWith(u'-') ? u"L’option « %1 » n’existe pas."_s : u"Le verbe « %1 » n’existe pas."_s;
    return wrongUsage(err, kind.arg(word), u"Verbes : %1. Aide : cpts --help"_s.arg(names.join(u", "_s)));
}

} // namespace

int run(const QStringList &words, QTextStream &out, QTextStream &err, const base::Clock &clock)
{
    if (words.isEmpty())
        return wrongUsage(err, u"Il manque un verbe."_s, u"Aide : cpts --help"_s);
    const QString first = words.front();
    if (asksHelp(first)) {
        out << generalHelp();
        return code(Exit::Well);
    }
    if (first == u"--version") {
        out << u"cpts "_s << QStringLiteral(ATELIER_VERSION) << '\n';
        return code(Exit::Well);
    }
    const Verb *asked = verb(first);
    if (!asked)
        return unknownVerb(err, first);
    const QStringList rest = words.mid(1);
    for (const QString &word : rest)
        if (asksHelp(word)) {
            out << help(*asked);
            return code(Exit::Well);
        }
    const auto arguments = parseArguments(*asked, rest);
    if (!arguments)
        return wrongUsage(err, arguments.error().message,
                          u"Usage : %1\nAide : cpts %2 --help"_s.arg(synopsis(*asked), asked->name));
    Console console{out, err, clock};
    return code(asked->run(arguments.value(), console));
}

bool needsFonts(const QStringList &words)
{
    const Verb *asked = words.isEmpty() ? nullptr : verb(words.front());
    if (!asked)
        return false;
    auto arguments = parseArguments(*asked, words.mid(1));
    if (arguments && asked->name == u"exporter")
        arguments = withFormatOfName(std::move(arguments).value());
    if (arguments && arguments.value().value(u"annexe"_s) == dossierWord)
        return true;
    if (asked->name == u"guide")
        return arguments && arguments.value().has(u"sortie"_s);
    if (arguments && arguments.value().has(u"gantt"_s))
        return arguments.value().value(u"format"_s) != u"svg";
    if (arguments && arguments.value().has(u"carte"_s))
        return arguments.value().has(u"format"_s) && arguments.value().value(u"format"_s) != u"svg";
    const auto *format = arguments ? formats::formatOfCode(arguments.value().value(u"format"_s)) : nullptr;
    // An annexe may have a table of contents, with the numbers of its pages.
    return format && (format->needsFonts || arguments.value().has(u"annexe"_s));
}

base::Result<std::unique_ptr<base::Clock>> clockOfEnvironment()
{
    const QString epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH");
    if (epoch.isEmpty())
        return std::unique_ptr<base::Clock>(std::make_unique<base::SystemClock>());
    bool isNumber = false;
    const qint64 seconds = epoch.toLongLong(&isNumber);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (!isNumber || !time.isValid())
        return base::Error{base::ErrorCode::Invalid,
                           u"SOURCE_DATE_EPOCH vaut « %1 », qui n’est pas un nombre de secondes."_s.arg(epoch),
                           {}};
    return std::unique_ptr<base::Clock>(std::make_unique<base::FixedClock>(time));
}

} // namespace cli
