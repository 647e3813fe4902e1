// Where a file of reference data comes from: shown beside every figure and list that the program proposes.
#pragma once

#include <QDate>
#include <QString>

namespace reference
{

struct Provenance {
    QString source;  // document and part, as a reader would look it up
    QString version; // of the source: "2022"
    QDate luLe;      // the day somebody read the source
    QString note;    // what a careful reader must know; may be empty
};

} // namespace reference
