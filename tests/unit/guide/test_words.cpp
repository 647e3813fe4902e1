// Every sentence of the program, of the help of its pages and of the guide, as an editor would read them.
#include "program_texts.h"

using namespace Qt::Literals::StringLiterals;
using texts::Text;

namespace
{

const QStringList rooms{u"base"_s,  u"domain"_s,  u"suivi"_s,  u"store"_s,   u"dossier"_s, u"controle"_s, u"report"_s,
                        u"guide"_s, u"formats"_s, u"models"_s, u"imports"_s, u"gui"_s,     u"cli"_s,      u"layout"_s};

// A sentence, and not a code, a pattern, a rule of a style sheet or a request of a file.
bool isFrench(const QString &text)
{
    static const QRegularExpression code(
        u"[{}^$\\\\|]|::|\\bSELECT\\b|\\bPRAGMA\\b|<[a-z?/]|yyyy|^[a-z0-9 ?*.()-]+$"_s);
    static const QRegularExpression words(u"\\p{L}{2,}[ \u00A0\u202F,’']+\\p{L}+"_s);
    return words.match(text).hasMatch() && !code.match(text).hasMatch();
}

std::vector<Text> sentences(std::vector<Text> all)
{
    std::erase_if(all, [](const Text &each) { return !isFrench(each.text); });
    return all;
}

std::vector<Text> ofProgram()
{
    auto all = texts::ofRooms(rooms);
    texts::addForms(all);
    texts::addPages(all);
    return sentences(std::move(all));
}

std::vector<Text> ofGuide()
{
    std::vector<Text> lines;
    const QDir folder(support::source(u"docs/guide"_s));
    for (const QString &page : folder.entryList({u"*.md"_s}))
        for (const QString &line : texts::read(folder.filePath(page)).split(u'\n'))
            if (!line.startsWith(u"    "_s)) // a command
                lines.push_back({page, QString(line).remove(u"**"_s)});
    return lines;
}

QStringList faults(const std::vector<Text> &all, const QRegularExpression &fault)
{
    QStringList found;
    for (const Text &each : all)
        if (fault.match(each.text).hasMatch())
            found << each.file + u": "_s + each.text;
    return found;
}

void checkNone(const QRegularExpression &fault)
{
    REQUIRE(fault.isValid());
    for (const auto &all : {ofProgram(), ofGuide()})
        for (const QString &each : faults(all, fault))
            FAIL_CHECK(each.toStdString());
}

int longest(const QString &text)
{
    static const QRegularExpression end(u"(?<=[.!?…])\\s+|\\n"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(u"\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    int most = 0;
    for (const QString &sentence : text.split(end)) {
        int words = 0;
        for (const QString &each : sentence.split(space))
            words += word.match(each).hasMatch();
        most = std::max(most, words);
    }
    return most;
}

} // namespace

TEST_CASE("Apostrophes, dots and dashes are those of a printer")
{
    REQUIRE(ofProgram().size() > 1500);
    REQUIRE(ofGuide().size() > 300);
    checkNone(QRegularExpression(u"\\p{L}'\\p{L}"_s));
    checkNone(QRegularExpression(u"\\p{L}\\.\\.\\."_s));
    checkNone(QRegularExpression(u"\\p{L} -- "_s));
}

TEST_CASE("Capitals keep their accents")
{
    checkNone(
        QRegularExpression(u"\\b(?:Etats?|Etapes?|Ecrire|Ecrivez|Equipes?|Echeances?|Evaluation|Ecran|Etablissements?|"
                           "Elaboration|Ecarts?|Egalement|Editer|Ca|Reponses?|Reunions?|Resumes?|Prevention|Deja)\\b|"
                           "(?:^|[.!?…] )A (?:la|partir|faire|voir|chaque|ce|noter|droite|gauche|jour)\\b"_s));
}

TEST_CASE("One word for one thing, and none of a computer's inside")
{
    // A version of help, a program, a mail: each has one name.
    checkNone(QRegularExpression(
        u"\\b(?:sauvegardes?|backup|e-mail|[Vv]euillez (?!trouver)|[Cc]liquez ici|[Bb]ases? de données d|"
        "SQL|UUID|timeout|null|undefined|bug|thread|(?:le|en) cache|buffer|[Ll]og|login|"
        "fichier temporaire|répertoire courant|entrée invalide|[Mm]ettez le logiciel)\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption));
}

TEST_CASE("Nothing is left in English")
{
    checkNone(QRegularExpression(u"\\b(?:the|please|cannot|could not|failed to|is not|invalid|missing|unknown|Cancel|"
                                 "Save|Open file|Close|Yes|warning|error:)\\b"_s));
}

TEST_CASE("Two spaces, a space before a comma or a full stop, are nowhere")
{
    checkNone(QRegularExpression(u"\\p{L}  +\\p{L}"_s));
    checkNone(QRegularExpression(u"\\p{L} [,.](?: |$)"_s));
}

TEST_CASE("A sentence of the windows, of the criteria and of the pages is of twenty words at most")
{
    auto all = texts::ofRooms({u"gui"_s, u"controle"_s, u"dossier"_s});
    texts::addForms(all);
    texts::addPages(all);
    for (const Text &each : sentences(std::move(all))) {
        // What a project could say is an example, in quotes; what is put in a sentence counts for a word.
        if (each.text.startsWith(u'«'))
            continue;
        INFO(each.file.toStdString() << ": " << each.text.toStdString());
        CHECK(longest(each.text) <= 20);
    }
}

TEST_CASE("A fault is noticed")
{
    CHECK(isFrench(u"Le projet est prêt."_s));
    CHECK_FALSE(isFrench(u"noms?( de famille| d usage)?"_s));
    CHECK(longest(u"Un deux trois. Un deux."_s) == 3);
    CHECK(longest(u"Un\u00A0deux : trois"_s) == 3);
    CHECK(faults({{u"x"_s, u"L'eau est là"_s}}, QRegularExpression(u"\\p{L}'\\p{L}"_s)).size() == 1);
}
