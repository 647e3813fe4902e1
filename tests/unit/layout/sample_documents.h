// Documents built by hand for the tests of the layout and of the PDF.
#pragma once

#include "unit/report/chart_samples.h"

#include <QStringList>

namespace samples
{

using namespace Qt::Literals::StringLiterals;
using report::Cell;
using report::Document;
using report::Heading;
using report::Paragraph;
using report::Row;
using report::Run;
using report::Table;

inline Paragraph paragraph(const QString &text, Paragraph::Role role = Paragraph::Role::Body)
{
    Paragraph result;
    result.role = role;
    result.runs.push_back({.text = text});
    return result;
}

inline Paragraph item(const QString &text, int level, bool numbered = false)
{
    Paragraph result = paragraph(text);
    result.listLevel = level;
    result.numbered = numbered;
    return result;
}

inline Heading heading(int level, const QString &text, const QString &anchor = {})
{
    Heading result;
    result.level = level;
    result.runs.push_back({.text = text});
    result.anchor = anchor;
    return result;
}

inline Cell cell(const QString &text, Paragraph::Role role = Paragraph::Role::TableCell)
{
    Cell result;
    result.paragraphs.push_back(paragraph(text, role));
    return result;
}

inline Row row(const QStringList &texts, Row::Role role = Row::Role::Body)
{
    Row result;
    result.role = role;
    for (const QString &text : texts) {
        result.cells.push_back(
            cell(text, role == Row::Role::Body ? Paragraph::Role::TableCell : Paragraph::Role::TableHead));
    }
    return result;
}

inline Row section(const QString &text, int span)
{
    Row result = row({text}, Row::Role::Section);
    result.cells.front().span = span;
    return result;
}

// `count` different words, so that one lost or moved is seen.
inline QString words(int count, const QString &stem = u"mot"_s)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list += stem + QString::number(i);
    return list.join(u' ');
}

inline Document document()
{
    Document result;
    result.title = u"LETTRE D’INTENTION – Projet de CPTS"_s;
    result.subtitle = u"Annexe 3"_s;
    result.author = u"CPTS des Vallées (exemple)"_s;
    result.subject = u"Trame PACA 2022"_s;
    result.header = result.author;
    result.footer = u"Lettre d’intention – version du 12 mars 2027"_s;
    result.date = QDate(2027, 3, 12);
    return result;
}

inline Table communes(int count)
{
    Table table;
    table.columns = {4, 2, 3};
    table.description = u"Communes du territoire"_s;
    table.rows.push_back(row({u"COMMUNES"_s, u"CODE POSTAL"_s, u"Particularité"_s}, Row::Role::Header));
    for (int i = 0; i < count; ++i)
        table.rows.push_back(row({u"Commune-%1"_s.arg(i), u"0%1"_s.arg(4100 + i), i % 2 ? u"ZIP"_s : u"ZAC"_s}));
    return table;
}

inline Table keyValues()
{
    Table table;
    table.columns = {2, 3};
    table.rowHeaders = true;
    table.description = u"Identification du porteur"_s;
    table.rows = {row({u"Nom du projet"_s, u"CPTS des Vallées"_s}), row({u"Profession"_s, u"Infirmière"_s})};
    return table;
}

// Missions under their section rows; the description of the second one has `wordsOfSecond` words.
inline Table missions(int wordsOfSecond)
{
    Table table;
    table.columns = {2, 1, 5};
    table.caption = u"Missions visées"_s;
    table.description = u"Missions et objectifs"_s;
    table.rows.push_back(row({u"Mission"_s, u"Oui/Non"_s, u"Description"_s}, Row::Role::Header));
    table.rows.push_back(section(u"MISSIONS SOCLES (OBLIGATOIRES)"_s, 3));
    table.rows.push_back(row({u"Médecin traitant"_s, u"Oui"_s, u"Réduire les délais"_s}));
    table.rows.push_back(row({u"Soins non programmés"_s, u"Oui"_s, words(wordsOfSecond)}));
    table.rows.push_back(section(u"MISSIONS COMPLÉMENTAIRES"_s, 3));
    table.rows.push_back(row({u"Qualité"_s, u"Non"_s, u"Plus tard"_s}));
    return table;
}

// Every type of run, role and block there is.
inline Document everything()
{
    Document result = document();
    result.tableOfContents = true;
    result.blocks.push_back(heading(1, u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s, u"identification"_s));
    result.blocks.push_back(keyValues());
    result.blocks.push_back(heading(2, u"a) Description du territoire"_s, u"territoire"_s));
    result.blocks.push_back(paragraph(u"Citez vos sources."_s, Paragraph::Role::Guidance));
    result.blocks.push_back(communes(41));
    Paragraph mixed;
    mixed.runs = {{.text = u"Population : "_s},
                  {.text = u"11\u202F274 habitants"_s, .bold = true, .field = u"territoire.population"_s},
                  {.type = Run::Type::LineBreak},
                  {.text = u"affichage efficace, œuvre, flûte"_s, .italic = true},
                  {.text = u" ; écrire à "_s},
                  {.text = u"contact@cpts.fr"_s, .link = u"mailto:contact@cpts.fr"_s}};
    result.blocks.push_back(mixed);
    Paragraph boxes;
    boxes.runs = {{.type = Run::Type::CheckBox, .checked = true, .field = u"territoire.taille"_s},
                  {.text = u" Taille 1 "_s},
                  {.type = Run::Type::CheckBox},
                  {.text = u"\u00A0Taille 2"_s}};
    result.blocks.push_back(boxes);
    result.blocks.push_back(heading(3, u"Constat"_s, u"constat"_s));
    result.blocks.push_back(item(u"premier point"_s, 1));
    result.blocks.push_back(item(u"détail"_s, 2, true));
    result.blocks.push_back(item(u"autre détail"_s, 2, true));
    result.blocks.push_back(item(u"second point"_s, 1));
    result.blocks.push_back(heading(1, u"2) MISSIONS"_s, u"missions"_s));
    result.blocks.push_back(missions(700));
    result.blocks.push_back(paragraph(u"Source : Insee."_s, Paragraph::Role::Note));
    result.blocks.push_back(charts::drawings());
    result.blocks.push_back(report::PageBreak{});
    Heading banner = heading(1, u"PARTIE RÉSERVÉE À L’ARS"_s, u"ars"_s);
    banner.banner = true;
    result.blocks.push_back(banner);
    result.blocks.push_back(paragraph(u"Avis."_s));
    return result;
}

// About twelve pages of what a real lettre holds: what is measured.
inline Document twelvePages()
{
    Document result = everything();
    for (int i = 0; i < 8; ++i) {
        result.blocks.push_back(heading(2, u"Rubrique %1"_s.arg(i), u"rubrique-%1"_s.arg(i)));
        for (int k = 0; k < 3; ++k)
            result.blocks.push_back(paragraph(words(90, u"accès"_s)));
        result.blocks.push_back(communes(5));
    }
    return result;
}

} // namespace samples
