// The values that an indicator reached, under the list of indicators: those of the one that is chosen there.
#pragma once

#include "gui/pages/repeat_editor.h"

namespace gui
{

// Another indicator, another list: the old one goes, with what is typed and can't be stored kept by the binder.
class ReleveList final : public QWidget
{
    Q_OBJECT
public:
    // Stands beside `indicators`, of the same form.
    ReleveList(RepeatEditor *indicators, const AppContext &context, Binder &binder, QWidget *parent);

    // The widget that edits a field of a value, its indicator chosen. A value that is no more is named by the indicator
    // that it belonged to, and leads to the list. nullptr when it belongs to none of these indicators.
    [[nodiscard]] QWidget *show(const domain::FieldAddress &at);
    // nullptr while no indicator is chosen.
    [[nodiscard]] RepeatEditor *list() const { return m_list; }

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void follow();
    void make();
    void drop();
    [[nodiscard]] QWidget *makeDetail();
    void tell();

    const AppContext &m_context;
    Binder &m_binder;
    RepeatEditor *m_indicators;
    RepeatEditor *m_list = nullptr;
    TextLabel *m_words = nullptr; // from where to where
    TextLabel *m_twice = nullptr; // above the year
    base::Id m_indicator;
};

} // namespace gui
