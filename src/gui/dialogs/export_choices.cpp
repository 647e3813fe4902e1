#include "gui/dialogs/export_choices.h"

#include "base/paths.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

ExportChoices::ExportChoices(const QString &file)
    : m_settings(file.isEmpty() ? base::localDataFolder() + u"/reglages.ini"_s : file, QSettings::IniFormat)
{
}

bool ExportChoices::developSigles() const
{
    return m_settings.value(u"documents/sigles-developpes"_s, true).toBool();
}

void ExportChoices::setDevelopSigles(bool wanted)
{
    m_settings.setValue(u"documents/sigles-developpes"_s, wanted);
}

bool ExportChoices::marksGaps() const
{
    return m_settings.value(u"documents/manques-marques"_s, true).toBool();
}

void ExportChoices::setMarksGaps(bool wanted)
{
    m_settings.setValue(u"documents/manques-marques"_s, wanted);
}

} // namespace gui
