// What the tests of this room share: the real reference, small projects, encodings.
#pragma once

#include "domain/projet.h"
#include "imports/communes.h"
#include "support/catch.h"
#include "support/source.h"

#include <QStringEncoder>

namespace fixtures
{

// The reference of the program, read once.
inline const reference::Communes &communes()
{
    static const auto loaded =
        reference::Communes::load(support::source(QStringLiteral("resources/reference/communes-2026.tsv")));
    return loaded.value();
}

inline domain::Id communeId(const QString &code)
{
    return domain::Id::fromKey(QStringLiteral("commune:") + code);
}

// Text in Windows-1252, for the letters tests use.
inline QByteArray windows1252(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += c == u'’' ? '\x92' : c == u'œ' ? '\x9C' : c == u'€' ? '\x80' : c.toLatin1();
    return bytes;
}

inline QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

// Applies, and fails the test when the changes do not fit.
inline domain::Projet applied(domain::Projet projet, const domain::ChangeList &changes)
{
    REQUIRE(domain::applyChanges(projet, changes).ok());
    return projet;
}

} // namespace fixtures
