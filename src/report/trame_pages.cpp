#include "report/trame_pages.h"

#include <QSet>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// "commune" = every field of the table; "personne.email" = that field of any record; "rubrique:gouvernance.texte" and
// "identite.porteur/nom" as in domain::parseChamp.
void readPageField(const Node &node, const QString &page, const QString &name, std::vector<PageField> &fields)
{
    const QString table = name.section(u'.', 0, 0).section(u':', 0, 0);
    const domain::TableDescription *described = domain::table(table);
    if (!name.contains(u'.') && !name.contains(u':') && described) {
        fields.push_back({page, table, {}, {}, std::nullopt});
        return;
    }
    if (const auto champ = domain::parseChamp(name)) {
        const bool through = !champ->referred.isEmpty();
        fields.push_back({page, champ->table, champ->key, champ->field, through ? champ : std::nullopt});
        return;
    }
    const QString field = name.section(u'.', 1);
    if (described && !name.contains(u':') && described->field(field)) {
        fields.push_back({page, table, {}, field, std::nullopt});
        return;
    }
    node.faultAtKey("champs", u"le champ « %1 » n’existe pas"_s.arg(name));
}

void readPage(const Node &node, const QString &section, Trame::Data &data)
{
    node.only({u"code"_s, u"titre"_s, u"court"_s, u"sous-titre"_s, u"attendu"_s, u"conseil"_s, u"exemple"_s,
               u"source"_s, u"sigles"_s, u"champs"_s});
    Page page{node.text("code"),       section,
              node.text("titre"),      node.text("court"),
              node.text("sous-titre"), node.text("attendu"),
              node.text("conseil"),    node.optionalText("exemple"),
              node.text("source"),     node.texts("sigles")};
    for (const Page &other : data.pages)
        if (other.code == page.code)
            node.faultAtKey("code", u"la page « %1 » est déjà décrite"_s.arg(page.code));
    for (const QString &name : node.texts("champs"))
        readPageField(node, page.code, name, data.pageFields);
    data.pages.push_back(std::move(page));
}

} // namespace

void readPages(const Node &node, Trame::Data &data)
{
    node.only({u"sections"_s});
    for (const Node &section : node.list("sections")) {
        section.only({u"code"_s, u"titre"_s, u"precision"_s, u"pages"_s});
        const QString code = section.text("code");
        data.sections.push_back({code, section.text("titre"), section.optionalText("precision")});
        for (const Node &page : section.list("pages"))
            readPage(page, code, data);
    }
    if (data.pages.empty())
        node.faultAtKey("sections", u"aucune page n’est décrite"_s);
}

} // namespace report
