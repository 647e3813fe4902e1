#include "base/mail.h"

#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("A mail address is a name, @ and a domain, with nothing else beside")
{
    for (const QString &whole : {u"contact@cpts-exemple.fr"_s, u" a.b+c@d.e.fr "_s, u"x@y.fr"_s})
        CHECK(base::looksLikeMail(whole));
    for (const QString &part :
         {u""_s, u"contact"_s, u"contact@"_s, u"@cpts.fr"_s, u"contact@cpts"_s, u"contact@cpts.f"_s,
          u"a@b.fr, c@d.fr"_s, u"deux mots@cpts.fr"_s, u"a@@cpts.fr"_s, u"a@.fr"_s})
        CHECK_FALSE(base::looksLikeMail(part));
}
