#include "base/amount.h"

#include "base/text.h"

namespace base
{

QString frenchAmount(double euros)
{
    QString text = frenchNumber(euros, 2);
    const qsizetype comma = text.indexOf(u',');
    if (comma >= 0 && text.size() - comma == 2)
        text += u'0';
    return text;
}

} // namespace base
