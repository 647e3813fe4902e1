#include "reference/services.h"

#include "base/text.h"
#include "reference/data_file.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

bool ServicesNumeriques::nomme(const QString &texte, const ServiceNumerique &service)
{
    const QString words = u' ' + base::fold(texte) + u' ';
    return std::any_of(service.reconnuA.begin(), service.reconnuA.end(),
                       [&words](const QString &name) { return words.contains(u' ' + name + u' '); });
}

base::Result<ServicesNumeriques> ServicesNumeriques::load(const QString &folder)
{
    ServicesNumeriques services;
    auto provenance = readDataFile(folder, u"services-numeriques.json"_s, [&services](const DataEntry &root) {
        services.section = root.text("section");
        services.page = static_cast<int>(root.number("page"));
        root.each("services", [&services](const DataEntry &entry) {
            ServiceNumerique service{entry.text("code"), entry.text("libelle"),
                                     entry.choice("portee", {u"nationale"_s, u"regionale"_s}) == u"nationale",
                                     entry.optionalText("rappel"), entry.texts("reconnu_a")};
            const bool twice =
                std::any_of(services.tous.begin(), services.tous.end(),
                            [&service](const ServiceNumerique &each) { return each.code == service.code; });
            if (twice)
                entry.fault(u"ce code figure deux fois"_s);
            if (service.national && !services.tous.empty() && !services.tous.back().national)
                entry.fault(u"les services nationaux viennent d’abord"_s);
            services.tous.push_back(std::move(service));
        });
    });
    if (!provenance)
        return provenance.error();
    services.provenance = std::move(provenance).value();
    return services;
}

} // namespace reference
