#!/usr/bin/env python3
"""Makes templates/paca-2022/reference.docx and reference.odt: the look of the documents, to be changed in Word or Writer.

    python3 scripts/generer-references.py [FOLDER]

Same script, same bytes. One table of styles (STYLES) serves both formats, so that they look alike.
What the program takes from these files is told in docs/adr/0005-docx-odt.md.
"""
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

FONT = "Arial"
INK = "1B2B30"
SOFT = "4A5D63"
RULE = "7F9298"  # the hairline of the mock-up (D5DEE1) does not survive a black-and-white printer
BAND = "E3F1F0"
BANNER = "D5DEE1"  # as the pages have it: a part of the form, not one of its numbered titles
HEAD = "EEF3F3"
LABEL = "F5F8F8"

# key: Word name, Writer display name, base, next, size pt, bold, italic, colour, before pt, after pt, line (240 = single), extras
STYLES = [
    ("Normal", "Standard", None, None, 11, 0, 0, INK, 0, 0, 259, {}),
    ("Body Text", "Text body", "Normal", "Body Text", 11, 0, 0, INK, 0, 6, 259, {}),
    ("Title", "Title", "Normal", "Body Text", 16, 1, 0, INK, 0, 6, 240, {"align": "center", "keep": 1}),
    ("Subtitle", "Subtitle", "Normal", "Body Text", 12, 0, 0, SOFT, 0, 10, 240, {"align": "center", "keep": 1}),
    ("heading 1", "Heading 1", "Normal", "Body Text", 12, 1, 0, INK, 14, 8, 240, {"outline": 1, "keep": 1, "fill": BAND, "pad": 4}),
    ("heading 2", "Heading 2", "Normal", "Body Text", 11.5, 1, 0, INK, 10, 4, 240, {"outline": 2, "keep": 1}),
    ("heading 3", "Heading 3", "Normal", "Body Text", 11, 1, 0, INK, 8, 3, 240, {"outline": 3, "keep": 1}),
    ("Bandeau", "Bandeau", "heading 1", "Body Text", 12, 1, 0, INK, 18, 10, 240,
     {"outline": 1, "keep": 1, "fill": BANNER, "pad": 5, "box": 1, "align": "center"}),
    ("Consigne", "Consigne", "Normal", "Body Text", 10.5, 0, 1, SOFT, 0, 6, 252, {}),
    ("Note", "Note", "Normal", "Body Text", 9, 0, 0, SOFT, 2, 6, 240, {}),
    ("caption", "Caption", "Normal", "Body Text", 10.5, 1, 0, SOFT, 6, 4, 240, {"keep": 1}),
    ("Cellule", "Table Contents", "Normal", "Cellule", 10, 0, 0, INK, 1, 1, 240, {}),
    ("En-tête de tableau", "Table Heading", "Cellule", "Cellule", 10, 1, 0, INK, 2, 2, 240, {"fill": HEAD, "keep": 1}),
    ("Libellé de ligne", "Libellé de ligne", "Cellule", "Cellule", 10, 0, 0, INK, 1, 1, 240, {"fill": LABEL}),
    ("Ligne de section", "Ligne de section", "Cellule", "Cellule", 10, 1, 0, INK, 3, 3, 240, {"fill": BAND, "keep": 1}),
    ("List Bullet", "List Bullet", "Normal", "List Bullet", 11, 0, 0, INK, 0, 1, 240, {"list": ("bullet", 1)}),
    ("List Bullet 2", "List Bullet 2", "Normal", "List Bullet 2", 11, 0, 0, INK, 0, 1, 240, {"list": ("bullet", 2)}),
    ("List Number", "List Number", "Normal", "List Number", 11, 0, 0, INK, 0, 1, 240, {"list": ("number", 1)}),
    ("List Number 2", "List Number 2", "Normal", "List Number 2", 11, 0, 0, INK, 0, 1, 240, {"list": ("number", 2)}),
    ("TOC Heading", "Contents Heading", "Normal", "Body Text", 12, 1, 0, INK, 6, 6, 240, {"keep": 1}),
    ("toc 1", "Contents 1", "Normal", "Body Text", 11, 0, 0, INK, 2, 2, 240, {}),
    ("toc 2", "Contents 2", "Normal", "Body Text", 10, 0, 0, INK, 0, 2, 240, {"indent": 14}),
    ("toc 3", "Contents 3", "Normal", "Body Text", 10, 0, 0, SOFT, 0, 2, 240, {"indent": 28}),
    ("header", "Header", "Normal", None, 9, 0, 0, SOFT, 0, 0, 240, {}),
    ("footer", "Footer", "Normal", None, 9, 0, 0, SOFT, 0, 0, 240, {}),
]
CUSTOM = {"Bandeau", "Consigne", "Note", "Cellule", "En-tête de tableau", "Libellé de ligne", "Ligne de section"}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def style_id(name):
    plain = name.translate(str.maketrans("éêàÉ", "eeaE"))
    return "".join(word[0].upper() + word[1:] for word in plain.replace("-", " ").split())


# ---- Word -----------------------------------------------------------------------------------------------------------

def word_paragraph_style(s):
    name, _, base, following, size, bold, italic, colour, before, after, line, x = s
    default = ' w:default="1"' if name == "Normal" else ""
    custom = ' w:customStyle="1"' if name in CUSTOM else ""
    out = f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id(name)}"><w:name w:val="{escape(name)}"/>'
    if base:
        out += f'<w:basedOn w:val="{style_id(base)}"/>'
    if following:
        out += f'<w:next w:val="{style_id(following)}"/>'
    out += "<w:qFormat/>" + "<w:pPr>"
    if x.get("keep"):
        out += "<w:keepNext/>"
    if x.get("outline"):
        out += "<w:keepLines/>"
    out += "<w:widowControl/>"
    if "list" in x:
        kind, level = x["list"]
        out += f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{1 if kind == "bullet" else 2}"/></w:numPr>'
    if x.get("pad"):
        kind = ("single", 8, RULE) if x.get("box") else ("single", 2, x["fill"])
        sides = "".join(f'<w:{side} w:val="{kind[0]}" w:sz="{kind[1]}" w:space="{x["pad"]}" w:color="{kind[2]}"/>'
                        for side in ("top", "left", "bottom", "right"))
        out += f"<w:pBdr>{sides}</w:pBdr>"
    if x.get("fill"):
        out += f'<w:shd w:val="clear" w:color="auto" w:fill="{x["fill"]}"/>'
    if name == "footer":
        out += '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
    out += f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line}" w:lineRule="auto"/>'
    if x.get("pad"):
        out += f'<w:ind w:left="{x["pad"] * 20 + 10}" w:right="{x["pad"] * 20 + 10}"/>'
    elif x.get("indent"):
        out += f'<w:ind w:left="{x["indent"] * 20}"/>'
    elif "list" in x:
        out += f'<w:ind w:left="{x["list"][1] * 360}" w:hanging="360"/>'
    out += f'<w:jc w:val="{x.get("align", "left")}"/>'
    if x.get("outline"):
        out += f'<w:outlineLvl w:val="{x["outline"] - 1}"/>'
    out += "</w:pPr><w:rPr>"
    out += f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    out += f'<w:b w:val="{bold}"/><w:i w:val="{italic}"/><w:color w:val="{colour}"/><w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
    return out + "</w:rPr></w:style>"


def word_styles():
    out = HEAD_XML + f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    out += f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    out += '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    out += '<w:spacing w:before="0" w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    out += "".join(word_paragraph_style(s) for s in STYLES)
    out += ('<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
            '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>')
    out += ('<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/>'
            '<w:rPr><w:color w:val="0B6B69"/><w:u w:val="single"/></w:rPr></w:style>')
    out += ('<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="5F6F74"/></w:rPr></w:style>')
    out += ('<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>')
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    out += ('<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
            f'<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
            '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>')
    out += '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
    return out + "</w:styles>"


def word_numbering():
    def level(n, kind, text, style=None):
        paragraph = f'<w:pStyle w:val="{style}"/>' if style else ""
        return (f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{paragraph}<w:lvlText w:val="{text}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(n + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>')
    return (HEAD_XML + f'<w:numbering {W}>'
            '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
            + level(0, "bullet", "•", "ListBullet") + level(1, "bullet", "–", "ListBullet2") + level(2, "bullet", "•") + "</w:abstractNum>"
            '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
            + level(0, "decimal", "%1.", "ListNumber") + level(1, "decimal", "%2.", "ListNumber2") + "</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def word_control(tag, alias, text, number):
    return (f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/><w:text/></w:sdtPr>'
            f'<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>')


def word_field(name):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


def word_document():
    out = HEAD_XML + f"<w:document {W} {R}><w:body>"
    note = ("Ce fichier porte la présentation des documents : modifiez ses styles, son en-tête, son pied de page et ses marges. "
            "Le texte de cette page n’est jamais repris.")
    for s in STYLES:
        if s[0] in ("header", "footer", "Cellule", "En-tête de tableau", "Libellé de ligne", "Ligne de section"):
            continue
        text = note if s[0] == "Body Text" else s[1]
        out += f'<w:p><w:pPr><w:pStyle w:val="{style_id(s[0])}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    out += ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9638" w:type="dxa"/></w:tblPr>'
            '<w:tblGrid><w:gridCol w:w="4819"/><w:gridCol w:w="4819"/></w:tblGrid>')
    for left, right in (("En-tête de tableau", "En-tête de tableau"), ("Ligne de section", "Ligne de section"), ("Libellé de ligne", "Cellule")):
        cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4819" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style_id(name)}"/></w:pPr>'
                        f'<w:r><w:t>{name}</w:t></w:r></w:p></w:tc>' for name in (left, right))
        out += f"<w:tr>{cells}</w:tr>"
    out += ('</w:tbl><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
            'w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>')
    return out


def word_theme():
    colours = "".join(f'<a:{n}><a:srgbClr val="{v}"/></a:{n}>' for n, v in (
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", INK), ("lt2", BAND), ("accent1", "0B6B69"), ("accent2", "1F7A4D"),
        ("accent3", "B4530A"), ("accent4", "B4231F"), ("accent5", "4A5D63"), ("accent6", "7F9298"), ("hlink", "0B6B69"), ("folHlink", "4A5D63")))
    fonts = "".join(f'<a:{n}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{n}>' for n in ("majorFont", "minorFont"))
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (HEAD_XML + '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Atelier CPTS"><a:themeElements>'
            f'<a:clrScheme name="Atelier CPTS">{colours}</a:clrScheme><a:fontScheme name="Atelier CPTS">{fonts}</a:fontScheme>'
            f'<a:fmtScheme name="Atelier CPTS"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
            f'<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>'
            '</a:themeElements></a:theme>')


def word_parts():
    settings = (HEAD_XML + f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:hyphenationZone w:val="425"/>'
                '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
                '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
                '<w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>')
    header = (HEAD_XML + f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
              + word_control("atelier-entete", "Nom de la CPTS", "Nom de la CPTS", 9001) + "</w:p></w:hdr>")
    footer = (HEAD_XML + f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
              + word_control("atelier-pied", "Document et version", "Document – version", 9002)
              + '<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>' + word_field("PAGE")
              + '<w:r><w:t xml:space="preserve"> sur </w:t></w:r>' + word_field("NUMPAGES") + "</w:p></w:ftr>")
    fonts = (HEAD_XML + f'<w:fonts {W}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/><w:panose1 w:val="020B0604020202020204"/>'
             '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>')
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = [("styles", "styles", "styles.xml", word_styles()), ("numbering", "numbering", "numbering.xml", word_numbering()),
             ("settings", "settings", "settings.xml", settings), ("fontTable", "fontTable", "fontTable.xml", fonts),
             ("theme", None, "theme/theme1.xml", word_theme()), ("header", "header", "header1.xml", header), ("footer", "footer", "footer1.xml", footer)]
    types = (HEAD_XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>')
    rels = HEAD_XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    for number, (kind, content, path, _) in enumerate(parts, 1):
        content_type = f"{main}.{content}+xml" if content else "application/vnd.openxmlformats-officedocument.theme+xml"
        types += f'<Override PartName="/word/{path}" ContentType="{content_type}"/>'
        rels += f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{path}"/>'
    package = (HEAD_XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>')
    return [("[Content_Types].xml", types + "</Types>"), ("_rels/.rels", package), ("word/document.xml", word_document()),
            ("word/_rels/document.xml.rels", rels + "</Relationships>")] + [("word/" + path, text) for _, _, path, text in parts]


# ---- OpenDocument ---------------------------------------------------------------------------------------------------

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(f'xmlns:{p}="{u}"' for p, u in (
    ("office", ODF + "office:1.0"), ("style", ODF + "style:1.0"), ("text", ODF + "text:1.0"), ("table", ODF + "table:1.0"),
    ("fo", ODF + "xsl-fo-compatible:1.0"), ("svg", ODF + "svg-compatible:1.0"), ("meta", ODF + "meta:1.0"), ("manifest", ODF + "manifest:1.0")))
ODT_NAME = {s[0]: s[1] for s in STYLES}


def odf_id(display):
    return "".join(c if c.isascii() and (c.isalnum() or c in "-.") else f"_{ord(c):x}_" for c in display)


def odf_paragraph_style(s):
    name, display, base, following, size, bold, italic, colour, before, after, line, x = s
    out = f'<style:style style:name="{odf_id(display)}" style:display-name="{display}" style:family="paragraph"'
    if base:
        out += f' style:parent-style-name="{odf_id(ODT_NAME[base])}"'
    if following:
        out += f' style:next-style-name="{odf_id(ODT_NAME[following])}"'
    if x.get("outline"):
        out += f' style:default-outline-level="{x["outline"]}"'
    if "list" in x:
        out += f' style:list-style-name="{"Puces" if x["list"][0] == "bullet" else "Numeros"}"'
    out += '><style:paragraph-properties'
    out += f' fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" fo:line-height="{round(line / 2.4)}%"'
    out += f' fo:text-align="{x.get("align", "start")}" fo:orphans="2" fo:widows="2"'
    if x.get("keep"):
        out += ' fo:keep-with-next="always"'
    if x.get("outline"):
        out += ' fo:keep-together="always"'
    if x.get("fill"):
        out += f' fo:background-color="#{x["fill"]}"'
    if x.get("pad"):
        edge = f"1pt solid #{RULE}" if x.get("box") else f'0.25pt solid #{x["fill"]}'
        out += f' fo:padding="{x["pad"]}pt" fo:border="{edge}"'
    if x.get("indent"):
        out += f' fo:margin-left="{x["indent"]}pt"'
    if name == "footer":
        out += '><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops></style:paragraph-properties>'
    else:
        out += "/>"
    out += f'<style:text-properties style:font-name="{FONT}" fo:font-family="{FONT}" fo:font-size="{size}pt" fo:color="#{colour}"'
    out += f' fo:font-weight="{"bold" if bold else "normal"}" fo:font-style="{"italic" if italic else "normal"}"/></style:style>'
    return out


def odf_list(name, levels):
    out = f'<text:list-style style:name="{name}">'
    for n, (kind, text) in enumerate(levels, 1):
        place = ('<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
                 f'text:label-followed-by="listtab" text:list-tab-stop-position="{n * 0.63:.2f}cm" fo:text-indent="-0.63cm" fo:margin-left="{n * 0.63:.2f}cm"/></style:list-level-properties>')
        if kind == "bullet":
            out += f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="{text}">{place}</text:list-level-style-bullet>'
        else:
            out += f'<text:list-level-style-number text:level="{n}" style:num-format="{kind}" style:num-suffix="{text}">{place}</text:list-level-style-number>'
    return out + "</text:list-style>"


def odf_styles():
    fonts = "".join(f'<style:font-face style:name="{f}" svg:font-family="{q}" style:font-family-generic="swiss" style:font-pitch="variable"/>'
                    for f, q in ((FONT, "Arial, 'Liberation Sans'"), ("DejaVu Sans", "'DejaVu Sans'")))
    out = HEAD_XML + f'<office:document-styles {NAMESPACES} office:version="1.2"><office:font-face-decls>{fonts}</office:font-face-decls><office:styles>'
    out += ('<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="1.25cm"/>'
            f'<style:text-properties style:font-name="{FONT}" fo:font-size="11pt" fo:language="fr" fo:country="FR" fo:hyphenate="false"/></style:default-style>'
            '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>')
    out += "".join(odf_paragraph_style(s) for s in STYLES)
    out += ('<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0B6B69" '
            'style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>')
    out += ('<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"><style:text-properties '
            f'fo:color="#{INK}" style:text-underline-style="none"/></style:style>')
    out += odf_list("Puces", (("bullet", "•"), ("bullet", "–"), ("bullet", "•"))) + odf_list("Numeros", (("1", "."), ("1", ".")))
    out += "</office:styles><office:automatic-styles>"
    out += ('<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" '
            'fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="2cm" fo:margin-right="2cm"/>'
            '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style>'
            '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>')
    out += "</office:automatic-styles><office:master-styles>"
    out += ('<style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p text:style-name="Header">'
            '<text:user-defined text:name="atelier-entete">Nom de la CPTS</text:user-defined></text:p></style:header>'
            '<style:footer><text:p text:style-name="Footer"><text:user-defined text:name="atelier-pied">Document – version</text:user-defined>'
            '<text:tab/>Page <text:page-number text:select-page="current">1</text:page-number> sur <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>')
    return out + "</office:master-styles></office:document-styles>"


def odf_content():
    edge = f"0.5pt solid #{RULE}"
    cell = (f'<style:style style:name="Cellule" style:family="table-cell"><style:table-cell-properties fo:border="{edge}" fo:padding-top="0.05cm" fo:padding-bottom="0.05cm" fo:padding-left="0.18cm" fo:padding-right="0.18cm"/></style:style>')
    out = HEAD_XML + f'<office:document-content {NAMESPACES} office:version="1.2"><office:automatic-styles>{cell}</office:automatic-styles><office:body><office:text>'
    out += ('<text:p text:style-name="Text_20_body">Ce fichier porte la présentation des documents : modifiez ses styles, son en-tête, son pied de page, '
            'ses marges et les traits de ce tableau. Le texte de cette page n’est jamais repris.</text:p>')
    for s in STYLES:
        if s[0] in ("header", "footer", "Body Text") or s[2] == "Cellule" or s[0] == "Cellule":
            continue
        out += f'<text:p text:style-name="{odf_id(s[1])}">{s[1]}</text:p>'
    out += '<table:table table:name="Exemple"><table:table-column table:number-columns-repeated="2"/>'
    for names in (("Table Heading", "Table Heading"), ("Ligne de section", "Ligne de section"), ("Libellé de ligne", "Table Contents")):
        out += "<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="Cellule" office:value-type="string"><text:p text:style-name="{odf_id(n)}">{n}</text:p></table:table-cell>'
            for n in names) + "</table:table-row>"
    return out + "</table:table></office:text></office:body></office:document-content>"


def odf_parts():
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(f'<manifest:file-entry manifest:full-path="{p}" manifest:media-type="{t}"/>'
                      for p, t in (("/", kind), ("styles.xml", "text/xml"), ("content.xml", "text/xml"), ("meta.xml", "text/xml")))
    meta = HEAD_XML + f'<office:document-meta {NAMESPACES} office:version="1.2"><office:meta/></office:document-meta>'
    manifest = HEAD_XML + f'<manifest:manifest {NAMESPACES} manifest:version="1.2">{entries}</manifest:manifest>'
    return [("mimetype", kind), ("content.xml", odf_content()), ("styles.xml", odf_styles()), ("meta.xml", meta), ("META-INF/manifest.xml", manifest)]


def write(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, text)
    print(path, path.stat().st_size)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "templates" / "paca-2022"
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "reference.docx", word_parts())
    write(folder / "reference.odt", odf_parts())
