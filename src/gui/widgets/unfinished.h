// A field whose text may be no value yet: half a date, half a number.
#pragma once

#include <QString>

namespace gui
{

// Mixed into such fields, so that what is typed in them is not lost when they come to edit another record.
class Unfinished
{
public:
    virtual ~Unfinished() = default;

    // What is typed and can't be stored; empty when the text is a value.
    [[nodiscard]] virtual QString unfinished() const = 0;
    // Shows it again, and tells nobody.
    virtual void showUnfinished(const QString &typed) = 0;
};

} // namespace gui
