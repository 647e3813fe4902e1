#include "french_words.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <utility>

namespace app
{

using namespace Qt::Literals::StringLiterals;

QString PlainWords::translate(const char *, const char *source, const char *, int) const
{
    static const std::pair<QLatin1StringView, QString> words[] = {
        {"Discard"_L1, u"Abandonner les changements"_s},
        {"Don't Save"_L1, u"Ne pas enregistrer"_s},
        {"PgUp"_L1, u"Page précédente"_s}, // Qt's « Page préc » is cut short
        {"PgDown"_L1, u"Page suivante"_s},
        {"Close without Saving"_L1, u"Fermer sans enregistrer"_s},
        {"Folder"_L1, u"Dossier"_s}, // the kinds of file, of which Qt's translation has nothing
        {"Drive"_L1, u"Disque"_s},
        {"Displays help on commandline options."_L1, u"Affiche cette aide."_s},
        {"Displays help including Qt specific options."_L1, u"Affiche cette aide et les options techniques."_s},
        {"Displays help including generic Qt options."_L1, u"Affiche cette aide et les options techniques."_s},
    };
    QString plain = QString::fromUtf8(source);
    plain.remove(u'&');
    for (const auto &[english, french] : words)
        if (plain == english)
            return french;
    return {};
}

void speakFrench()
{
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    auto *qt = new QTranslator(qApp);
    if (qt->load(u"qtbase_fr"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(new PlainWords(qApp));
}

} // namespace app
