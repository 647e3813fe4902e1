// A trame of another region, written by a test: one document with the blocks under test.
#pragma once

#include "unit/report/fixtures.h"

namespace fixtures
{

class MiniTrame
{
public:
    explicit MiniTrame(const QByteArray &blocks)
    {
        write("trame.json", R"({"id":"ici-2030","region":"Ici","version":"2030","titre":"ARS Ici","source":"Cahier",
            "documents":[{"code":"lettre","nom":"Lettre","fichier":"d.json"}]})");
        write("pages.json", R"({"sections":[{"code":"s","titre":"S","pages":[{"code":"p","titre":"P","court":"P",
            "sous-titre":"x","attendu":"x","conseil":"x","source":"x","champs":["identite"]}]}]})");
        write("d.json",
              R"({"code":"lettre","titre":"Lettre d'Ici","pied":"Version du","pied-vierge":"Vierge","blocs":[)" +
                  blocks + "]}");
    }

    [[nodiscard]] base::Result<report::Trame> load() const { return report::Trame::load(m_folder.path()); }

    [[nodiscard]] report::Document build(const domain::Projet &projet,
                                         report::Content content = report::Content::Filled) const
    {
        const auto trame = load();
        if (!trame)
            FAIL(trame.error().detail.toStdString());
        auto built =
            report::build(trame.value(), QStringLiteral("lettre"), projet, references(), content, QDate(2030, 1, 1));
        REQUIRE(built);
        return built.value();
    }

    // Everything after the title.
    [[nodiscard]] QString text(const domain::Projet &projet, report::Content content = report::Content::Filled) const
    {
        return lines(build(projet, content)).section(u'\n', 1);
    }

private:
    void write(const char *name, const QByteArray &bytes) const
    {
        REQUIRE(base::writeFile(m_folder.filePath(QString::fromUtf8(name)), bytes));
    }

    QTemporaryDir m_folder;
};

// One line made of these pieces, without its line break.
inline QString lineOf(const QByteArray &pieces, const domain::Projet &projet,
                      report::Content content = report::Content::Filled)
{
    QString text = MiniTrame(R"({"genre":"ligne","contenu":[)" + pieces + "]}").text(projet, content);
    text.chop(1);
    return text;
}

} // namespace fixtures
