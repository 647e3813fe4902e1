#include "docx_samples.h"

#include "formats/zip.h"
#include "report/user_text.h"
#include "support/source.h"
#include "unit/report/chart_samples.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace report;

namespace samples
{

namespace
{

const QString commune = u"commune/6a3f1c9e-0b52-4f7e-9d1a-5c8e7b2f4d60/%1"_s;

Document base()
{
    Document document;
    document.title = u"LETTRE D’INTENTION – Projet de CPTS 2022"_s;
    document.subject = u"Lettre d’intention (annexe 3)"_s;
    document.author = u"CPTS des Vallées (exemple)"_s;
    document.header = u"CPTS des Vallées (exemple)"_s;
    document.footer = u"Lettre d’intention – version du 12 mars 2027"_s;
    document.date = QDate(2027, 3, 12);
    document.trame = u"paca-2022"_s;
    return document;
}

Run box(bool checked, const QString &label)
{
    Run run;
    run.type = Run::Type::CheckBox;
    run.checked = checked;
    run.field = u"territoire/-/taille"_s;
    run.label = label;
    return run;
}

Run special(Run::Type type, const QString &label = {})
{
    Run run;
    run.type = type;
    run.text = label;
    return run;
}

Table identity(bool blanks)
{
    Table table;
    table.columns = {2, 3};
    table.rowHeaders = true;
    table.description = u"Identification du porteur du projet : une ligne par information."_s;
    const QStringList labels{u"Nom du projet"_s, u"Nom du porteur (leader)"_s, u"Profession du porteur"_s,
                             u"Adresse mail"_s, u"Téléphone"_s};
    const QStringList values{u"CPTS des Vallées (exemple)"_s, u"(nom du porteur)"_s, u"Médecin généraliste"_s,
                             u"contact@exemple.fr"_s, u"04 92 00 00 00"_s};
    for (qsizetype i = 0; i < labels.size(); ++i) {
        Row line = row({labels[i], blanks ? QString() : values[i]});
        line.cells[0].header = true;
        line.cells[1].paragraphs[0].runs[0].field = u"identite/-/champ%1"_s.arg(i);
        line.cells[1].paragraphs[0].runs[0].label = labels[i];
        line.cells[1].minimumHeight = blanks ? 9 : 0;
        table.rows.push_back(line);
    }
    if (!blanks)
        table.rows[3].cells[1].paragraphs[0].runs[0].link = u"mailto:contact@exemple.fr"_s;
    return table;
}

Table communes(int count)
{
    Table table;
    table.columns = {4, 2, 4};
    table.description = u"Communes du territoire, code postal et particularité."_s;
    table.rows.push_back(row({u"COMMUNES"_s, u"CODE POSTAL"_s, u"Particularité (QPV, ZIP, ZAC)"_s}, Row::Role::Header));
    for (int i = 1; i <= count; ++i) {
        Row line =
            row({u"Saint-Exemple-n°%1-les-Œillets"_s.arg(i), u"04%1"_s.arg(100 + i), i % 3 ? u"ZIP"_s : QString()});
        line.cells[0].paragraphs[0].runs[0].field = commune.arg(u"nom"_s);
        line.cells[0].paragraphs[0].runs[0].label = u"Commune"_s;
        line.cells[2].missing = i % 3 == 0;
        table.rows.push_back(line);
    }
    return table;
}

Table missions(const QString &description)
{
    Table table;
    table.columns = {3, 1, 5};
    table.caption = u"Missions visées"_s;
    table.description = u"Missions socles et complémentaires : retenues ou non, description."_s;
    table.rows.push_back(row({u"Mission"_s, u"Oui/Non"_s, u"Description"_s}, Row::Role::Header));
    table.rows.push_back(row({u"MISSIONS SOCLES (OBLIGATOIRES)"_s}, Row::Role::Section));
    for (const QString &name : {u"Accès aux soins – médecin traitant"_s, u"Parcours pluriprofessionnels"_s,
                                u"Prévention"_s, u"Crises sanitaires graves"_s})
        table.rows.push_back(row({name, u"Oui"_s, description}));
    table.rows.push_back(row({u"MISSIONS COMPLÉMENTAIRES"_s}, Row::Role::Section));
    table.rows.push_back(row({u"Qualité et pertinence des soins"_s, u"Non"_s, QString()}));
    return table;
}

Paragraph sizes()
{
    Paragraph line;
    line.runs = {box(true, u"Taille 1"_s), text(u" Taille 1 : moins de 40 000 habitants   "_s),
                 box(false, u"Taille 2"_s), text(u" Taille 2 : entre 40 000 et 80 000"_s)};
    return line;
}

QString prose(int wordCount)
{
    static const QStringList stock{u"l’accès"_s,     u"aux"_s,    u"soins"_s,       u"« premier"_s, u"recours »"_s,
                                   u"œuvre"_s,       u"réunit"_s, u"infirmiers,"_s, u"médecins"_s,  u"et"_s,
                                   u"pharmaciens"_s, u";"_s,      u"où"_s,          u"çà"_s,        u"naïveté"_s};
    QStringList out;
    for (int i = 0; i < wordCount; ++i)
        out << (i % 7 == 6 ? u"mot%1"_s.arg(i) : stock[i % stock.size()]);
    return out.join(u' ');
}

void appendWords(QStringList &out, const std::vector<Run> &runs)
{
    QString line;
    for (const auto &run : runs)
        line += run.type == Run::Type::CheckBox    ? (run.checked ? u" ☒ "_s : u" ☐ "_s)
                : run.type == Run::Type::LineBreak ? u" "_s
                                                   : run.text + (run.type == Run::Type::Blank ? u" "_s : QString());
    out += words(line);
}

void appendWords(QStringList &out, const Table &table)
{
    out += words(table.caption);
    for (const auto &row : table.rows)
        for (const auto &cell : row.cells)
            for (const auto &content : cell.paragraphs)
                appendWords(out, content.runs);
}

} // namespace

Run text(const QString &content, const QString &field, const QString &label)
{
    Run run;
    run.text = content;
    run.field = field;
    run.label = label;
    return run;
}

Paragraph paragraph(const QString &content, Paragraph::Role role)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.runs.push_back(text(content));
    return paragraph;
}

Heading heading(int level, const QString &content, const QString &anchor)
{
    Heading heading;
    heading.level = level;
    heading.runs.push_back(text(content));
    heading.anchor = anchor;
    return heading;
}

Cell cell(const QString &content, const QString &field)
{
    Cell cell;
    cell.paragraphs.push_back(paragraph(content, Paragraph::Role::TableCell));
    cell.paragraphs[0].runs[0].field = field;
    return cell;
}

Row row(const QStringList &cells, Row::Role role)
{
    Row row;
    row.role = role;
    for (const auto &each : cells) {
        row.cells.push_back(cell(each));
        row.cells.back().header = role != Row::Role::Body;
        if (role != Row::Role::Body)
            row.cells.back().paragraphs[0].role = Paragraph::Role::TableHead;
    }
    return row;
}

Document empty()
{
    Document document;
    document.title = u"Document vide"_s;
    return document;
}

Document small()
{
    Document document = base();
    document.subtitle = u"Annexe 3"_s;
    document.tableOfContents = true;
    document.blocks.push_back(heading(1, u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s, u"identification"_s));
    document.blocks.push_back(identity(false));
    document.blocks.push_back(communes(3));
    document.blocks.push_back(heading(2, u"a) Description du territoire"_s, u"territoire"_s));
    Paragraph facts;
    facts.runs = {text(u"Évaluation de la population concernée : "_s), text(u"11 274"_s, commune.arg(u"population"_s)),
                  text(u" habitants, voir "_s), text(u"le site"_s)};
    facts.runs[1].bold = true;
    facts.runs[3].link = u"https://exemple.fr/a?b=1&c=2"_s;
    document.blocks.push_back(facts);
    document.blocks.push_back(sizes());
    for (int i = 0; i < 4; ++i) {
        Paragraph item = paragraph(u"point %1"_s.arg(i));
        item.listLevel = i == 1 ? 2 : 1;
        item.numbered = i > 1;
        document.blocks.push_back(item);
    }
    document.blocks.push_back(PageBreak{});
    document.blocks.push_back(missions(u"Objectifs, premières pistes."_s));
    document.blocks.push_back(paragraph(u"Source : trame régionale."_s, Paragraph::Role::Note));
    Heading banner = heading(1, u"PARTIE RÉSERVÉE À L’ARS ET À L’ASSURANCE MALADIE"_s, u"ars"_s);
    banner.banner = true;
    document.blocks.push_back(PageBreak{});
    document.blocks.push_back(banner);
    return document;
}

Document filled()
{
    Document document = base();
    document.blocks.push_back(heading(1, u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s, u"identification"_s));
    document.blocks.push_back(identity(false));
    document.blocks.push_back(heading(1, u"2) CARACTÉRISTIQUES DU TERRITOIRE ENVISAGÉ"_s, u"territoire"_s));
    document.blocks.push_back(heading(2, u"a) Description du territoire"_s, u"description"_s));
    document.blocks.push_back(communes(41));
    document.blocks.push_back(sizes());
    document.blocks.push_back(heading(2, u"b) Diagnostic territorial"_s, u"diagnostic"_s));
    for (int i = 0; i < 26; ++i) {
        Paragraph long_ = paragraph(prose(160));
        long_.runs[0].field = u"rubrique/6a3f1c9e-0b52-4f7e-9d1a-5c8e7b2f4d60/texte"_s;
        long_.runs[0].label = u"Problématiques identifiées"_s;
        document.blocks.push_back(long_);
    }
    document.blocks.push_back(heading(1, u"3) LE PROJET DE CPTS"_s, u"projet"_s));
    document.blocks.push_back(missions(prose(120)));
    document.blocks.push_back(missions(prose(150)));
    return document;
}

Document longest()
{
    Document document = base();
    document.title = u"Longueur "_s.repeated(40).trimmed();
    document.blocks.push_back(heading(1, prose(40), u"x"_s));
    document.blocks.push_back(communes(41));
    document.blocks.push_back(missions(prose(3000)));
    document.blocks.push_back(PageBreak{}); // on one page: the checkers read page by page
    document.blocks.push_back(paragraph(u"mot"_s + u"sansfin"_s.repeated(50)));
    return document;
}

Document blank()
{
    Document document = base();
    document.blocks.push_back(paragraph(u"Ce document sert à préparer la saisie."_s, Paragraph::Role::Note));
    document.blocks.push_back(heading(1, u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s, u"identification"_s));
    document.blocks.push_back(paragraph(u"Indiquez le leader du projet."_s, Paragraph::Role::Guidance));
    document.blocks.push_back(identity(true));
    Paragraph lines;
    lines.runs = {special(Run::Type::Blank, u"Population : "_s),
                  special(Run::Type::LineBreak),
                  special(Run::Type::Blank),
                  special(Run::Type::LineBreak),
                  special(Run::Type::Blank, u"Date : "_s),
                  special(Run::Type::Blank, u"Lieu : "_s)};
    document.blocks.push_back(lines);
    document.blocks.push_back(sizes());
    Table table = communes(0);
    for (int i = 0; i < 6; ++i) {
        table.rows.push_back(row({QString(), QString(), QString()}));
        table.rows.back().cells[0].minimumHeight = 8;
    }
    document.blocks.push_back(table);
    Table lonely; // no row, no column
    document.blocks.push_back(lonely);
    return document;
}

Document figures()
{
    Document document = base();
    document.subtitle = u"Recueil"_s;
    document.cover = {paragraph(u"Territoire : 41 communes."_s), paragraph(u"Établi le 12 mars 2027."_s)};
    document.tableOfContents = true;
    document.blocks.push_back(heading(1, u"1) DIAGNOSTIC"_s, u"diagnostic"_s));
    document.blocks.push_back(paragraph(u"Avant les figures."_s));
    for (const Figure &figure : charts::all())
        document.blocks.push_back(figure);
    document.blocks.push_back(paragraph(u"Entre les figures."_s));
    document.blocks.push_back(communes(3));
    document.blocks.push_back(charts::drawings());
    document.blocks.push_back(PageBreak{});
    document.blocks.push_back(charts::drawings());
    document.blocks.push_back(paragraph(u"Après les figures."_s));
    return document;
}

Document rich()
{
    const QString typed =
        u"Le **diagnostic** du territoire : *peu* de médecins, ***très*** peu. 2 * 3 = 6\n"
        "- **accès** aux soins ;\n  - la nuit\n  - le *samedi*\n- prévention\n"
        "Les étapes :\n1. réunir\n2. décider\n  1. vite\n  2. bien\nAprès une pause :\n3. écrire\n"
        "Qui fait quoi :\n| Nom | Rôle | Depuis |\n|---|---|---|\n| Équipe *projet* | **pilote** | 2026 |\n"
        "| Usagers |  | 2027 |\n"
        "![Carte du territoire](piece:7d1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11 \"Le territoire\")\nFin."_s;
    const TextSource source{u"rubrique/5b1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11/texte"_s, u"Texte"_s};
    Document document = base();
    document.blocks.emplace_back(heading(1, u"Diagnostic"_s, u"diagnostic"_s));
    for (Block &block : blocksOf(typed, source, {}))
        document.blocks.push_back(std::move(block));
    document.blocks.emplace_back(heading(1, u"Dans une cellule"_s, u"cellule"_s));
    Table table;
    table.columns = {1, 2};
    table.rowHeaders = true;
    table.description = u"Une ligne par rubrique."_s;
    table.rows.push_back(row({u"Actions"_s, QString()}));
    table.rows[0].cells[1].paragraphs = paragraphsOf(typed, Paragraph::Role::TableCell, source);
    document.blocks.emplace_back(std::move(table));
    return document;
}

std::vector<Named> all()
{
    return {{u"vide"_s, empty()},   {u"petit"_s, small()},     {u"rempli"_s, filled()}, {u"long"_s, longest()},
            {u"vierge"_s, blank()}, {u"figures"_s, figures()}, {u"riche"_s, rich()}};
}

QString docxReference()
{
    return support::source(QStringLiteral("templates/paca-2022/reference.docx"));
}

QString odtReference()
{
    return support::source(QStringLiteral("templates/paca-2022/reference.odt"));
}

QStringList words(const QString &text)
{
    // Spaces of every width; \x{feff} is the mark LibreOffice puts before a text file.
    static const QRegularExpression spaces(u"[\\s\\x{00a0}\\x{202f}\\x{feff}]+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.split(spaces, Qt::SkipEmptyParts);
}

QStringList words(const Document &document, bool drawn)
{
    QStringList out = words(document.title) + words(document.subtitle);
    for (const auto &paragraph : document.cover)
        appendWords(out, paragraph.runs);
    if (document.tableOfContents) {
        out << u"Sommaire"_s;
        for (const auto &block : document.blocks)
            if (const auto *heading = std::get_if<Heading>(&block))
                appendWords(out, heading->runs);
    }
    for (const auto &block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block)) {
            appendWords(out, heading->runs);
        } else if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            appendWords(out, paragraph->runs);
        } else if (const auto *table = std::get_if<Table>(&block)) {
            appendWords(out, *table);
        } else if (const auto *figure = std::get_if<Figure>(&block)) {
            out += words(figure->title);
            for (const auto &each : figure->drawings)
                if (const auto *label = std::get_if<Label>(&each); label && drawn)
                    out += words(label->text);
            out += words(figure->source);
            if (figure->showValues)
                appendWords(out, figure->values);
        }
    }
    return out;
}

QByteArray part(const QByteArray &package, const QString &path)
{
    const auto parts = formats::readZip(package);
    if (parts)
        for (const auto &each : parts.value())
            if (each.path == path)
                return each.bytes;
    return {};
}

} // namespace samples
