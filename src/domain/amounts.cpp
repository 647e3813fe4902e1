#include "domain/amounts.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

bool isAmount(const FieldDescription &field)
{
    static const QStringList names{u"prevu"_s, u"realise"_s, u"montant"_s, u"verse"_s}; // of budget and financement
    return field.kind == Kind::Decimal && names.contains(field.name);
}

bool isWorkTime(const FieldDescription &field)
{
    return field.kind == Kind::Decimal && field.name == "etp"_L1;
}

} // namespace domain
