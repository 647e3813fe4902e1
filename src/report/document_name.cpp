#include "report/document_name.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

QString nameOf(const Document &document)
{
    const QString &name = document.subject.isEmpty() ? document.title : document.subject;
    return document.author.isEmpty() || name.contains(document.author) ? name : name + u" – "_s + document.author;
}

} // namespace report
