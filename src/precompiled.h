// What nearly every file of the rooms includes, parsed once (see cmake/AtelierRooms.cmake). Files still include what
// they use: the build with -DATELIER_PCH=OFF has to pass too.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>
