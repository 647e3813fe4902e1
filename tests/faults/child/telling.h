// What the program that is killed tells on its standard output, one line each, written at once:
// "<microseconds> to <hash>", "to undo" or "to redo" before it acts, "<microseconds> at <hash>" for the state reached.
#pragma once

#include "unit/dossier/random_edits.h"

#include <ctime>
#include <QCryptographicHash>

namespace faults
{

inline qint64 microseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

inline QByteArray hashOf(const domain::Projet &projet)
{
    return QCryptographicHash::hash(testing::factsOf(projet), QCryptographicHash::Sha256).toHex();
}

} // namespace faults
