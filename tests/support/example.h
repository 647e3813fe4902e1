// What the tests of several rooms start from: files of the source tree, the shipped reference, the complete example.
// A program that uses it links reference.
#pragma once

#include "base/file.h"
#include "domain/json.h"
#include "reference/reference.h"
#include "support/catch.h"
#include "support/source.h"

namespace support
{

// The shipped reference, read once.
inline const reference::Reference &references()
{
    static const auto loaded = reference::Reference::load(source(QStringLiteral("resources/reference")));
    if (!loaded)
        FAIL(loaded.error().message.toStdString());
    return loaded.value();
}

// The example, every field of the lettre filled in.
inline domain::Projet vallees()
{
    const auto bytes = base::readFile(source(QStringLiteral("resources/exemples/vallees.json")));
    REQUIRE(bytes);
    auto read = domain::projetFromJson(bytes.value());
    if (!read)
        FAIL(read.error().message.toStdString());
    return read.value().projet;
}

// Ordinary spaces only: to compare words, whatever French typography put between them.
inline QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ').replace(QChar(0x2003), u' ');
}

} // namespace support
