// What Word, Excel, LibreOffice and browsers put on the clipboard, as our own markup.
#include "base/rich_text.h"
#include "imports/html_text.h"
#include "support/catch.h"

#include <QElapsedTimer>
#include <QStringList>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace
{

QString read(const QString &html)
{
    const auto text = imports::richTextFromHtml(html);
    REQUIRE(text.ok());
    return text.value().markup;
}

QString told(const QString &html)
{
    const auto text = imports::richTextFromHtml(html);
    REQUIRE(text.ok());
    return text.value().remarks.join(u' ');
}

// As Word 2016 writes it, shortened.
const QString word =
    uR"(<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal>Le <b style='mso-bidi-font-weight:normal'>diagnostic
territorial</b> montre&nbsp;: <i>peu</i> de médecins.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Premier point<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>Plus
précis<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>3.<span>&nbsp; </span></span></span><![endif]>Troisième <span style='font-weight:bold'>étape</span></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>b)&nbsp;</span>sous-étape</p>
<p class=MsoNormal>Après la liste.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>)"_s;

// As Excel writes it: classes, and the beginning of the table outside the fragment.
const QString excel = uR"(<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!--table {mso-displayed-decimal-separator:"\,";}
.font5 {color:black;}
.xl65 {font-weight:700; text-align:center;}
.xl66 {mso-number-format:Standard;}
--></style></head><body link="#0563C1">
<table border=0 cellpadding=0 width=240><!--StartFragment--> <col width=80 span=3>
 <tr height=20><td height=20 class=xl65 width=80>Profession</td><td class=xl65>Nombre</td><td></td></tr>
 <tr height=20><td height=20>Infirmiers</td><td class=xl66 align=right>1&nbsp;234,50</td><td>&nbsp;</td></tr>
 <tr height=20><td>Sages-femmes | *</td><td></td><td></td></tr>
 <tr height=20><td></td><td></td><td></td></tr><!--EndFragment--></table></body></html>)"_s;

} // namespace

TEST_CASE("Words, bold, italic and lists of Word")
{
    CHECK(read(word) == u"Le **diagnostic territorial** montre\u00A0: *peu* de médecins.\n- Premier point\n"
                        "  - Plus précis\n3. Troisième **étape**\n  2. sous-étape\nAprès la liste."_s);
}

TEST_CASE("A table of Excel: its bold first row names the columns, its empty columns and rows go")
{
    CHECK(read(excel) == u"| Profession | Nombre |\n|---|---|\n| Infirmiers | 1\u00A0234,50 |\n"
                         "| Sages-femmes \\| * |  |"_s);
}

TEST_CASE("Lists of the web and of LibreOffice, one inside the other")
{
    CHECK(read(u"<ul><li><p>un</p></li><li>deux<ul><li>a<ol><li>trop profond</li></ol></li></ul></li></ul>"
               "<ol start=4><li>quatre<li>cinq</ol>fin"_s) ==
          u"- un\n- deux\n  - a\n  1. trop profond\n4. quatre\n5. cinq\nfin"_s);
    // Google Docs: lists straight inside lists, everything inside a <b> that is not bold.
    CHECK(read(u"<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><ul><li><span "
               "style=\"font-weight:700\">gras</span></li><ul><li>dedans</li></ul></ul></b>"_s) ==
          u"- **gras**\n  - dedans"_s);
    CHECK(read(u"<p>- tapé à la main</p><p>2. deux</p><p>·&nbsp; puce</p>"_s) ==
          u"- tapé à la main\n2. deux\n- puce"_s);
    CHECK(read(u"<li>seul</li><p>autre</p><li></li><p>encore</p>"_s) == u"- seul\nautre\nencore"_s);
    CHECK(read(u"<ul><li>une<br>seule</li></ul>"_s) == u"- une seule"_s);
}

TEST_CASE("LibreOffice Writer and Calc")
{
    CHECK(
        read(
            u"<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>"
            "<title></title><style type=\"text/css\">@page { size: 21cm 29.7cm } p { line-height: 115% }</style></head>"
            "<body lang=\"fr-FR\" link=\"#000080\"><p style=\"margin-bottom: 0cm\">Le <b>bureau</b> se réunit\n"
            "<i>chaque mois</i>.</p>\n<ol>\n\t<li><p>préparer</p></li>\n\t<li><p>décider</p>\n<ul>\n\t<li><p>vite</p>"
            "</li>\n</ul>\n</li></ol></body></html>"_s) ==
        u"Le **bureau** se réunit *chaque mois*.\n1. préparer\n2. décider\n  - vite"_s);
    CHECK(
        read(
            u"<table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\"></colgroup>\n\t<tr>\n\t\t"
            "<td height=\"17\" align=\"left\"><b>Année</b></td>\n\t\t<td align=\"left\"><b>Bilans</b></td>\n\t</tr>"
            "<tr><td align=\"right\" sdval=\"2026\" sdnum=\"1036;\">2026</td><td sdval=\"12,5\">12,5</td></tr></table>"_s) ==
        u"| Année | Bilans |\n|---|---|\n| 2026 | 12,5 |"_s);
}

TEST_CASE("A mail of Outlook and a page of the web")
{
    CHECK(
        read(u"<div class=WordSection1><p class=MsoNormal><span "
             u"style='font-family:\"Arial\",sans-serif'>Bonjour,</span></p>"
             "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><strong><span style='color:red'>Urgent</span>"
             "</strong> : à relire.<br>Merci</p></div>"_s) == u"Bonjour,\n**Urgent** : à relire.\nMerci"_s);
    CHECK(read(u"<meta charset='utf-8'><h3 style=\"box-sizing: border-box; font-weight: 600;\">Missions "
               u"<small>socles</small>"
               "</h3><nav><a href=\"/accueil\">Accueil</a></nav><article><p>Texte <em>important</em>"
               "<sup>2</sup></p></article><footer>fin</footer>"_s) ==
          u"**Missions socles**\nAccueil\nTexte important2\nfin"_s); // no italic ends inside a word
    CHECK(
        read(
            u"<google-sheets-html-origin><table><tbody><tr style=\"height:21px;\"><td "
            u"style=\"font-weight:bold;\">Nom</td>"
            "<td style=\"font-weight:bold;\">Rôle</td></tr><tr><td>Durand</td><td>pilote</td></tr></tbody></table>"_s) ==
        u"| Nom | Rôle |\n|---|---|\n| Durand | pilote |"_s);
}

TEST_CASE("What was copied from our own documents comes back as it was typed")
{
    // Word writes our lists and tables so.
    const QString html =
        u"<p class=BodyText>Le <b>diagnostic</b> :</p><p class=ListNumber style='mso-list:l1 level1 lfo4'>"
        "<![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span><![endif]>écrire</p>"
        "<table class=Grille><thead><tr><td><p class=En-ttedetableau><b>Nom</b></p></td><td><p><b>Rôle</b></p>"
        "</td></tr></thead><tr><td><p>Durand</p></td><td><p><i>pilote</i></p></td></tr></table>"_s;
    CHECK(read(html) == u"Le **diagnostic** :\n3. écrire\n| Nom | Rôle |\n|---|---|\n| Durand | *pilote* |"_s);
}

TEST_CASE("Paragraphs, breaks, titles and spaces")
{
    CHECK(read(u"<h2>Titre</h2><div>un<br>deux</div>  trois \n quatre <p>&nbsp;</p><hr>cinq"_s) ==
          u"**Titre**\nun\ndeux\ntrois quatre\ncinq"_s);
    CHECK(read(u"a<!-- b --> c<![CDATA[d]]><?xml e?>f"_s) == u"a cf"_s);
    CHECK(read(u"2 &lt; 3 et 4 > 3 &amp; 5 <6"_s) == u"2 < 3 et 4 > 3 & 5 <6"_s);
    CHECK(read(u"<b>un</b><b> deux</b> <i>trois </i>quatre"_s) == u"**un deux** *trois* quatre"_s);
    CHECK(read(u"<b><i>les deux</i></b>"_s) == u"***les deux***"_s);
    CHECK(read(u"<span style='FONT-WEIGHT: 600; font-style:oblique'>x</span><b style='font-weight:400'>y</b>"_s) ==
          u"**x**y"_s); // an italic can't end inside a word
}

TEST_CASE("References are characters")
{
    CHECK(read(u"&eacute;&OElig;uvre &laquo;&nbsp;l&rsquo;&eacute;t&eacute;&nbsp;&raquo; 12&nbsp;&euro; "
               u"&#233;&#xE9;&#X20AC; "
               "&#146; &hellip;"_s) == u"éŒuvre «\u00A0l’été\u00A0» 12\u00A0€ éé€ ’ …"_s);
    CHECK(read(u"&inconnu; & &; &#; &#xFFFFFFFF; &#0; &#xD800; R&D &amp"_s) ==
          u"&inconnu; & &; &#; &#xFFFFFFFF; &#0; &#xD800; R&D &amp"_s);
    CHECK(read(u"tr&shy;anche&#8203;s"_s) == u"tranches"_s);
}

TEST_CASE("What was written with stars stays with stars")
{
    CHECK(read(u"<p>note *importante* et 2 * 3</p>"_s) == u"note \\*importante\\* et 2 \\* 3"_s);
    CHECK(read(u"<p>2 * 3</p><p>| a | b |</p>"_s) == u"2 * 3\n\\| a | b |"_s);
}

TEST_CASE("Tables: spans, tables inside cells, lists inside cells, tables that are none")
{
    CHECK(read(u"<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr>"
               "<tr><td>e</td><td>f</td><td>g</td></tr></table>"_s) == u"| a | b |  |\n| a | c | d |\n| e | f | g |"_s);
    CHECK(read(u"<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td><p>un</p><p>deux</p></td>"
               "<td><ul><li>x</li><li>y</li></ul></td></tr></table>"_s) ==
          u"| A | B |\n|---|---|\n| un deux | – x – y |"_s);
    CHECK(read(u"<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"_s) ==
          u"| a b c | d |"_s);
    CHECK(read(u"<table><tr><td><p>un</p><p><b>deux</b></p></td></tr><tr><td>trois</td></tr></table>"_s) ==
          u"un\n**deux**\ntrois"_s);
    CHECK(read(u"<table><tr>"_s + u"<td>x</td>"_s.repeated(13) + u"</tr></table>"_s) ==
          QStringList(13, u"x"_s).join(u" · "_s));
    CHECK(read(u"avant<tr><td>a<td>b<tr><td>c<td>d"_s) == u"avant\n| a | b |\n| c | d |"_s);
    CHECK(read(u"<table><tr><td>a<td>b<table><tr><td>jamais fermé"_s) == u"| a | b jamais fermé |"_s);
    CHECK(read(u"<table><tr><td></td></tr></table>"_s).isEmpty());
}

TEST_CASE(
    "A title or a remark merged over the whole width of a table is a line of its own, no word of a merged cell is lost")
{
    // A title over the table, as Word writes it: the next row names the columns.
    CHECK(
        read(
            u"<table><tr><td colspan=3><p><b>Tableau 1 : le plan</b></p></td></tr><tr><td><b>Axe</b></td><td><b>Qui</b>"
            "</td><td><b>Quand</b></td></tr><tr><td>Dépister</td><td>Infirmiers</td><td>2027</td></tr>"
            "<tr><td colspan=3>Source : ORS</td></tr></table>"_s) ==
        u"**Tableau 1 : le plan**\n| Axe | Qui | Quand |\n|---|---|---|\n| Dépister | Infirmiers | 2027 |\nSource : ORS"_s);
    // In the middle it names the rows under it, and stays in the table.
    CHECK(read(u"<table><tr><td>a</td><td>b</td></tr><tr><td colspan=2>Axe 2</td></tr><tr><td>c</td><td>d</td></tr>"
               "</table>"_s) == u"| a | b |\n| Axe 2 |  |\n| c | d |"_s);
    // Names merged over columns, with those under them: each column has its own; a merged service is that of each row.
    const QString merged =
        u"<table><tr><th rowspan=2>Service</th><th colspan=2>Effectifs</th></tr><tr><th>2026</th><th>2027</th></tr>"
        "<tr><td rowspan=2>SSIAD</td><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td></tr></table>"_s;
    CHECK(read(merged) == u"| Service | Effectifs 2026 | Effectifs 2027 |\n|---|---|---|\n| SSIAD | 4 | 5 |\n"
                          "| SSIAD | 6 | 7 |"_s);
    CHECK(told(merged) == u"Le texte d’une cellule fusionnée est répété sur chacune de ses lignes."_s);
    // A paragraph stays once.
    const QString paragraph = u"mot "_s.repeated(60).trimmed();
    CHECK(read(u"<table><tr><td rowspan=2>%1</td><td>a</td></tr><tr><td>b</td></tr></table>"_s.arg(paragraph))
              .count(paragraph) == 1);
    // Merged in part: in its first column; two paragraphs are one cell.
    CHECK(
        read(u"<table><tr><td>x</td><td colspan=2><p>un</p><p>deux</p></td></tr><tr><td>c</td><td>d</td><td>e</td></tr>"
             "</table>"_s) == u"| x | un deux |  |\n| c | d | e |"_s);
    // Nothing but a merged cell.
    CHECK(read(u"<table><tr><td colspan=2>seul</td></tr></table>"_s) == u"seul"_s);
    CHECK(read(u"<table><tr><td colspan=2>un</td></tr><tr><td colspan=2>deux</td></tr></table>"_s) == u"un\ndeux"_s);
}

TEST_CASE("Nothing hidden, no script, no address, no file is read")
{
    const QString hostile =
        u"<head><title>titre</title><base href='file:///etc/'></head><script>alert('<p>x')</script>"
        "<style>p { background: url(file:///etc/passwd) }</style><link rel=stylesheet href=\\\\serveur\\p.css>"
        "<img src='file:///etc/passwd' alt='mot de passe'><img src=//serveur/p.png><iframe "
        "src=/etc/passwd>cadre</iframe>"
        "<object data=file:///etc/passwd>objet</object><svg><text>dessin</text></svg><svg/>"
        "<p onclick='x()' style='display:none'>caché</p><span style='mso-hide:all'>aussi</span>"
        "<a href='javascript:x()'>lien</a><input value=valeur><textarea>zone</textarea><select><option>o</select>"
        "<p>reste</p>"_s;
    CHECK(read(hostile) == u"lien\nreste"_s);
    CHECK(read(u"<head>jamais fermée<body>le texte"_s) == u"le texte"_s);
    CHECK(read(u"<script>jamais fermé<p>x</p>"_s).isEmpty());
}

TEST_CASE("Damaged HTML keeps its words")
{
    CHECK(read(u"</p></b><b>gras<p>encore</div>fin"_s) == u"**gras**\n**encore**\n**fin**"_s);
    CHECK(read(u"<p title=\"jamais fermé>un</p><p>deux</p>"_s) == u"un\ndeux"_s);
    CHECK(read(u"<p don't='x>y' >un</p>"_s) == u"un"_s);
    CHECK(read(u"un <"_s) == u"un <"_s);
    CHECK(read(u"un <b"_s) == u"un"_s);
    CHECK(read(QString()).isEmpty());
    CHECK(read(u"sans balise"_s) == u"sans balise"_s);
}

TEST_CASE("Struck text is left out and told, wherever the looks say it")
{
    for (const QString &html :
         {u"<p>Le <s>vieux</s> texte</p>"_s, u"<p>Le <strike><b>vieux</b></strike> texte</p>"_s,
          u"<p>Le <span class=msoDel><del cite='mailto:x' datetime='2026'>vieux</del></span> texte</p>"_s,
          u"<p>Le <span style='text-decoration:underline line-through'>vieux</span> texte</p>"_s,
          u"<style>.x {text-decoration:line-through}</style><p>Le <span class=x>vieux</span> texte</p>"_s}) {
        INFO(html.toStdString());
        CHECK(read(html) == u"Le texte"_s);
        CHECK(told(html) == u"Le texte barré n’a pas été collé."_s);
    }
    CHECK(read(u"<p><ins>neuf</ins> <u>souligné</u> <s> </s></p>"_s) == u"neuf souligné"_s);
    CHECK(told(u"<p><ins>neuf</ins> <u>souligné</u> <s> </s></p>"_s).isEmpty());
}

TEST_CASE("Marks of notes and of comments go, the notes are lines of their own")
{
    // Word, with a comment in the margin; LibreOffice; a page of the web.
    const QString word =
        u"<p class=MsoNormal>Un mot<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span "
        "class=MsoFootnoteReference><![if !supportFootnotes]><span>[1]</span><![endif]></span></a> <a "
        "style='mso-comment-reference:AB_1'>et la suite</a><span class=MsoCommentReference><a class=msocomanchor "
        "href=\"#_msocom_1\">[AB1]</a></span>.</p><div style='mso-element:footnote-list'><hr><div "
        "style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' "
        "href=\"#_ftnref1\" name=\"_ftn1\"><span>[1]</span></a> Selon l’<i>ORS</i>.</p></div></div>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>À revoir</p></div></div>"_s;
    CHECK(read(word) == u"Un mot et la suite.\nNote : Selon l’*ORS*."_s);
    CHECK(told(word) == u"Les appels de note sont retirés ; les notes sont des lignes à part, après « Note : ». "
                        "Les commentaires n’ont pas été collés."_s);
    const QString writer =
        u"<p>Un mot<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a> ici</p>"
        "<div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" "
        "href=\"#sdfootnote1anc\">1</a> Selon l’ORS.</p></div>"_s;
    CHECK(read(writer) == u"Un mot ici\nNote : Selon l’ORS."_s);
    const QString web = u"<p>Un mot<sup><a href='https://fr.wikipedia.org/wiki/CPTS#cite_note-3'>[3]</a></sup>.</p>"_s;
    CHECK(read(web) == u"Un mot."_s);
    CHECK(told(web) == u"Les appels de note sont retirés, leurs notes n’étaient pas dans le texte collé."_s);
    CHECK(read(u"<p>120 m<sup>2</sup>, <a href='#ftn1'>voir la note 1</a></p>"_s) == u"120 m2, voir la note 1"_s);
}

TEST_CASE("The address of a link stands after its words, unless they say it")
{
    CHECK(read(u"<p>Voir <a href='https://www.cpts.fr/a_b?x=1&amp;y=2'>le <b>site</b> </a>demain</p>"_s) ==
          u"Voir le **site** (https://www.cpts.fr/a_b?x=1&y=2) demain"_s);
    CHECK(read(u"<a href='mailto:contact@cpts.fr?subject=x'>Écrire</a>, <a href=mailto:contact@cpts.fr>contact@cpts.fr"
               "</a>, <a href='https://www.cpts.fr/'>cpts.fr</a>"_s) ==
          u"Écrire (contact@cpts.fr), contact@cpts.fr, cpts.fr"_s);
    CHECK(read(u"<table><tr><td><a href='https://a.fr/x|y'>a</a></td><td>b</td></tr></table>"_s) ==
          u"| a (https://a.fr/x\\|y) | b |"_s);
    CHECK(told(u"<a href='https://www.cpts.fr'>le site</a> <a href='#haut'>haut</a> <a name=x>ici</a>"_s).isEmpty());
    const QString lost =
        u"<a href='file:///C:/plan.docx'>le plan</a> <a href='https://x.fr/%1'>ici</a>"_s.arg(QString(400, u'x'));
    CHECK(read(lost) == u"le plan ici"_s);
    CHECK(told(lost) == u"L’adresse de 2 liens n’a pas été gardée."_s);
}

TEST_CASE("Pictures that were copied are told, not those that nobody sees")
{
    CHECK(read(u"<p>un<img width=300 height=200 src='file:///x.png'> deux</p>"_s) == u"un deux"_s);
    CHECK(told(u"<p>un<img width=300 height=200 src='file:///x.png'> deux</p>"_s) ==
          u"Une image n’a pas été collée : ajoutez-la avec le bouton « Image… »."_s);
    CHECK(told(u"<img src=a.png><img src=b.png>"_s) ==
          u"2 images n’ont pas été collées : ajoutez-les avec le bouton « Image… »."_s);
    CHECK(told(u"<p>un<img width=1 height=1 src=x><span style='display:none'><img src=y></span><span "
               "style='mso-list:Ignore'><img src=puce.png></span></p>"_s)
              .isEmpty());
}

TEST_CASE("Too long HTML is refused with a sentence")
{
    const auto refused = imports::richTextFromHtml(QString(imports::mostHtml + 1, u'x'));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.contains(u"trop long"_s));
    CHECK(refused.error().message.contains(u"Rien n’a été ajouté"_s));
}

TEST_CASE("Hostile HTML is read in no time")
{
    for (const QString &unit :
         {u"<"_s, u"<p"_s, u"<b>"_s, u"</b>"_s, u"<table>"_s, u"<table><tr><td>x"_s,
          u"<td colspan=99 rowspan=9999999>x"_s, u"<tr>"_s, u"&"_s, u"&amp"_s, u"<!--"_s, u"<a b=\"c>"_s,
          u"<ul><li>x"_s, u"<script>"_s, u"<p style=';;;'>"_s, u"<td>"_s, u"<tr><td>x<td>y"_s, u"x "_s}) {
        const QString html = unit.repeated(200'000 / unit.size());
        QElapsedTimer timer;
        timer.start();
        const QString text = read(html);
        INFO(unit.toStdString() << " " << timer.elapsed() << " ms");
        CHECK(timer.elapsed() < 10'000); // under the sanitizers
        CHECK(base::writeRichText(base::parseRichText(text)) == text);
    }
}

TEST_CASE("Any HTML gives a text that reads back, with every letter outside its tags")
{
    static const QStringList pieces{u"<p>"_s,
                                    u"</p>"_s,
                                    u"<b>"_s,
                                    u"</b>"_s,
                                    u"<i>"_s,
                                    u"</i>"_s,
                                    u"<ul>"_s,
                                    u"</ul>"_s,
                                    u"<ol>"_s,
                                    u"</ol>"_s,
                                    u"<li>"_s,
                                    u"</li>"_s,
                                    u"<table>"_s,
                                    u"</table>"_s,
                                    u"<tr>"_s,
                                    u"</tr>"_s,
                                    u"<td>"_s,
                                    u"<th>"_s,
                                    u"</td>"_s,
                                    u"<td colspan=3>"_s,
                                    u"<td rowspan=2>"_s,
                                    u"<br>"_s,
                                    u" "_s,
                                    u"mot"_s,
                                    u"été"_s,
                                    u"*"_s,
                                    u"|"_s,
                                    u"\\"_s,
                                    u"- "_s,
                                    u"<span style='font-weight:bold'>"_s,
                                    u"</span>"_s,
                                    u"&nbsp;"_s,
                                    u"---"_s};
    std::mt19937 random(11);
    for (int turn = 0; turn < 5'000; ++turn) {
        QString html;
        int letters = 0;
        for (int count = int(random() % 30); count > 0; --count) {
            const QString piece = pieces[qsizetype(random() % size_t(pieces.size()))];
            letters += piece == u"mot"_s || piece == u"été"_s ? 3 : 0;
            html += piece;
        }
        const QString text = read(html);
        INFO(html.toStdString() << "\n" << text.toStdString());
        int found = 0;
        for (const QChar c : text)
            found += c.isLetter() ? 1 : 0;
        REQUIRE((found == letters || (found > letters && told(html).contains(u"répété"_s))));
        REQUIRE(base::writeRichText(base::parseRichText(text)) == text);
    }
}

TEST_CASE("A block of cells loses its struck words, and keeps its columns and its empty lines")
{
    const QString table =
        u"<table><tr><td>Salle</td><td style='text-decoration:line-through'>300</td><td>2027</td></tr>"
        "<tr><td></td><td></td><td></td></tr>"
        "<tr><td>\"Traiteur\" <s>cher</s></td><td>40</td><td>2028</td></tr></table>"_s;
    const imports::CopiedCells cells = imports::copiedCells(table);
    CHECK(cells.withoutStruck == u"Salle\t\t2027\n\t\t\n\"\"\"Traiteur\"\"\"\t40\t2028\n");
    CHECK(cells.remarks == QStringList{u"Le texte barré n’a pas été collé."_s});
    CHECK(read(table).contains(u"| Salle |  | 2027 |"));
    const imports::CopiedCells beside = imports::copiedCells(u"<p>Titre</p>"_s + table);
    CHECK(beside.withoutStruck.isEmpty());
    CHECK(beside.remarks ==
          QStringList{u"Des mots étaient barrés : ils ont été collés avec les autres, à vérifier."_s});
    const imports::CopiedCells plain = imports::copiedCells(u"<table><tr><td>Salle</td><td>300</td></tr></table>"_s);
    CHECK((plain.withoutStruck.isEmpty() && plain.remarks.isEmpty()));
}

TEST_CASE("A cell merged over columns, under the names, is told: the columns beside it are empty")
{
    const QString across =
        u"Une cellule fusionnée sur plusieurs colonnes : son texte est dans la première, les autres sont vides."_s;
    const QString names = u"<table><tr><th>Action</th><th colspan=2>Dates</th></tr>"_s;
    const QString merged = names + u"<tr><td>A</td><td>1</td><td>2</td></tr>"_s +
                           u"<tr><td>B</td><td colspan=2>à fixer</td></tr></table>"_s;
    CHECK(told(merged) == across);
    CHECK(imports::copiedCells(merged).remarks == QStringList{across});
    CHECK(told(names + u"<tr><td>A</td><td>1</td><td>2</td></tr></table>"_s).isEmpty());
}
