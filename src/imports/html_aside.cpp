#include "imports/html_aside.h"

#include "imports/html_text.h"

#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestAddress = 300;
constexpr qsizetype longestMark = 8;
constexpr int smallestPicture = 3; // pixels

bool isOfWeb(const QString &address)
{
    return address.startsWith("https://"_L1, Qt::CaseInsensitive) ||
           address.startsWith("http://"_L1, Qt::CaseInsensitive);
}

// As Word, LibreOffice, Google Docs and Wikipedia name the notes and the way back to their calls.
const QRegularExpression &notePlace()
{
    static const QRegularExpression place(
        u"^_?(?:(?:ftnt?|edn|fn)(_?ref)?[-_:.]?\\d|sd(?:foot|end)note\\d+(anc|sym)|(?:foot|end)note(-?ref)?[-_:.]?\\d|cite_(note|ref)-)"_s);
    return place;
}

bool leadsBack(const QRegularExpressionMatch &place)
{
    for (int group = 1; group <= place.lastCapturedIndex(); ++group)
        if (place.captured(group).endsWith("ref"_L1) || place.captured(group) == "anc"_L1)
            return true;
    return false;
}

// Nothing in front, no slash at the end: what is left says the place.
QString bare(QString address)
{
    static const QRegularExpression front(u"^(?:https?://|mailto:)?(?:www\\.)?"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    address = address.simplified().remove(front).toLower();
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

} // namespace

HtmlLink linkOf(const HtmlToken &token)
{
    HtmlLink link;
    const QString href = token.attributes.value(u"href"_s).trimmed();
    const qsizetype hash = href.indexOf(u'#');
    const QString inPage = hash < 0 ? QString() : href.mid(hash + 1);
    if (const auto place = notePlace().match(inPage); place.hasMatch()) {
        link.mark = leadsBack(place) ? HtmlLink::Mark::Back : HtmlLink::Mark::Call;
    } else if (inPage.startsWith("_msocom_"_L1)) {
        link.mark = HtmlLink::Mark::Comment;
    } else if (href.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        link.address = href.mid(7).section(u'?', 0, 0);
    } else if (isOfWeb(href) && href.size() <= longestAddress && !href.contains(u' ')) {
        link.address = href;
    } else {
        link.lost = !href.isEmpty() && hash != 0 && !href.startsWith("javascript:"_L1, Qt::CaseInsensitive);
    }
    return link;
}

bool isNoteMark(const QString &words)
{
    const QString mark = words.simplified();
    return !mark.isEmpty() && mark.size() <= longestMark && !mark.contains(u' ');
}

bool saysAddress(const QString &words, const QString &address)
{
    return bare(words) == bare(address);
}

bool isPicture(const HtmlToken &token)
{
    const auto tiny = [&token](const QString &side) {
        bool ok = false;
        const int pixels = token.attributes.value(side).toInt(&ok);
        return ok && pixels < smallestPicture;
    };
    return token.name == u"img" && !tiny(u"width"_s) && !tiny(u"height"_s);
}

QString pictureLeft()
{
    return u"Une image n’a pas été collée : ajoutez-la avec le bouton « Image… »."_s;
}

QString struckLeft()
{
    return u"Le texte barré n’a pas été collé."_s;
}

QString mergedAcross()
{
    return u"Une cellule fusionnée sur plusieurs colonnes : son texte est dans la première, les autres sont vides."_s;
}

QStringList HtmlAside::sentences() const
{
    QStringList told;
    if (struck)
        told << struckLeft();
    if (pictures > 0)
        told << (pictures == 1
                     ? pictureLeft()
                     : u"%1 images n’ont pas été collées : ajoutez-les avec le bouton « Image… »."_s.arg(pictures));
    if (calls > 0 && notes == 0)
        told << u"Les appels de note sont retirés, leurs notes n’étaient pas dans le texte collé."_s;
    else if (calls + notes > 0)
        told << u"Les appels de note sont retirés ; les notes sont des lignes à part, après « Note : »."_s;
    if (comments)
        told << u"Les commentaires n’ont pas été collés."_s;
    if (links > 0)
        told << (links == 1 ? u"L’adresse d’un lien n’a pas été gardée."_s
                            : u"L’adresse de %1 liens n’a pas été gardée."_s.arg(links));
    if (repeated)
        told << u"Le texte d’une cellule fusionnée est répété sur chacune de ses lignes."_s;
    if (emptied)
        told << mergedAcross();
    return told;
}

} // namespace imports
