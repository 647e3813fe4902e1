#include "base/mail.h"

#include <QRegularExpression>

namespace base
{

using namespace Qt::Literals::StringLiterals;

bool looksLikeMail(const QString &text)
{
    static const QRegularExpression form(uR"(^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)*\.[^\s@,;.]{2,}$)"_s);
    return form.match(text.trimmed()).hasMatch();
}

} // namespace base
