#include "imports/mobilisations.h"

#include "base/text.h"

#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Type {
    QString code;
    QString words; // a form of folded words
};

const std::vector<Type> &types()
{
    static const std::vector<Type> list{
        {u"mailing"_s,
         u"(?:e )?(?:mails?|mailings?)|emails?|emailings?|courriels?|courriers?|newsletters?|publipostages?"_s},
        {u"reunion"_s, u"(?:reunions?|soirees?)(?: d informations?)?"_s}};
    return list;
}

// « E-mailing », « Soirée »: words that say no more than the type.
QString typeOf(const QString &words)
{
    for (const Type &type : types())
        if (QRegularExpression(QRegularExpression::anchoredPattern(type.words)).match(base::fold(words)).hasMatch())
            return type.code;
    return {};
}

// By the word that comes first: « Courriel d’invitation à la réunion » is no meeting.
QString nearestType(const QString &words)
{
    QString nearest = u"autre"_s;
    qsizetype first = -1;
    for (const Type &type : types()) {
        const auto found = QRegularExpression(u"\\b(?:%1)\\b"_s.arg(type.words)).match(base::fold(words));
        if (found.hasMatch() && (first < 0 || found.capturedStart() < first)) {
            first = found.capturedStart();
            nearest = type.code;
        }
    }
    return nearest;
}

} // namespace

void readMobilisations(BlockList &list)
{
    for (BlockField &field : list.fields) {
        if (field.name != "sorte"_L1)
            continue;
        field.known = typeOf;
        field.nearest = nearestType;
        field.wordsIn = u"description"_s;
        // Under « Action » people tell what was done, more than its type.
        field.titles.removeIf([](const QString &title) { return base::fold(title) == "action"_L1; });
    }
}

} // namespace imports
