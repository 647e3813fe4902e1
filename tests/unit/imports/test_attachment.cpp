// Files that somebody attaches: what each is taken for, under which name, and what is refused with which words.
#include "fixtures.h"
#include "imports/attachment.h"
#include "packages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace imports;
using domain::SortePiece;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
const QByteArray onePointPng = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

QByteArray office(const QString &part, const QStringList &more = {})
{
    std::vector<packages::Part> parts{{u"[Content_Types].xml"_s, "<Types/>"}, {part, "<x/>"}};
    for (const QString &each : more)
        parts.push_back({each, "x"});
    return packages::zip(parts);
}

QByteArray openDocument(const QByteArray &media, const QStringList &more = {})
{
    std::vector<packages::Part> parts{{u"mimetype"_s, media}, {u"content.xml"_s, "<x/>"}};
    for (const QString &each : more)
        parts.push_back({each, "x"});
    return packages::zip(parts);
}

QByteArray ole(const QString &stream)
{
    const QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    return QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(500, '\0') + name;
}

Attachment taken(const QString &name, const QByteArray &bytes)
{
    const auto attachment = attachmentOf(name, bytes);
    INFO(name.toStdString() << ": " << (attachment ? "" : attachment.error().message.toStdString()));
    REQUIRE(attachment);
    return attachment.value();
}

QString refusalOf(const QString &name, const QByteArray &bytes)
{
    const auto attachment = attachmentOf(name, bytes);
    INFO(name.toStdString());
    REQUIRE_FALSE(attachment);
    CHECK(attachment.error().message.contains(u"votre projet est intact"_s));
    CHECK_FALSE(attachment.error().message.contains(u'%'));
    return attachment.error().message;
}

} // namespace

TEST_CASE("a document is what its content is, and its name says so")
{
    const QString word = u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s;
    const QString sheet = u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s;
    const QString writer = u"application/vnd.oasis.opendocument.text"_s;
    const QString calc = u"application/vnd.oasis.opendocument.spreadsheet"_s;
    const std::tuple<QString, QByteArray, QString, QString> files[] = {
        {u"Statuts.pdf"_s, pdf, u"application/pdf"_s, u"Statuts.pdf"_s},
        {u"Statuts.PDF"_s, "\xEF\xBB\xBF\n" + pdf, u"application/pdf"_s, u"Statuts.PDF"_s},
        {u"Statuts"_s, pdf, u"application/pdf"_s, u"Statuts.pdf"_s},
        {u"Statuts.docx"_s, pdf, u"application/pdf"_s, u"Statuts.docx.pdf"_s},
        {u"../logo.png"_s, onePointPng, u"image/png"_s, u"logo.png"_s},
        {u"logo.jpg"_s, onePointPng, u"image/png"_s, u"logo.jpg.png"_s},
        {u"Liste.docx"_s, office(u"word/document.xml"_s), word, u"Liste.docx"_s},
        {u"Liste.pdf"_s, office(u"word/document.xml"_s), word, u"Liste.pdf.docx"_s},
        {u"Liste.xlsx"_s, packages::workbook({{u"A"_s, {{u"x"_s}}}}), sheet, u"Liste.xlsx"_s},
        {u"Liste.odt"_s, openDocument(writer.toLatin1()), writer, u"Liste.odt"_s},
        {u"Liste.ods"_s, openDocument(calc.toLatin1()), calc, u"Liste.ods"_s},
        {u"Liste.doc"_s, ole(u"WordDocument"_s), u"application/x-ole-storage"_s, u"Liste.doc"_s},
        {u"notes.txt"_s, "Réunion du 3 mars", u"text/plain"_s, u"notes.txt"_s},
        {u"liste.csv"_s, "nom;profession\n", u"text/csv"_s, u"liste.csv"_s},
    };
    for (const auto &[name, bytes, type, kept] : files) {
        const Attachment attachment = taken(name, bytes);
        CHECK(attachment.type == type);
        CHECK(attachment.nom == kept);
        CHECK(attachment.octets == bytes);
        CHECK(attachment.avis.isEmpty());
    }
    const Attachment odd = taken(u"plan.dwg"_s, QByteArray("AC1027\0\1\2", 9));
    CHECK(odd.type == u"application/octet-stream");
    CHECK(odd.avis.contains(u"Préférez un PDF"_s));
}

TEST_CASE("programs, scripts, shortcuts and web pages are refused by their content and by their name")
{
    const std::pair<QString, QByteArray> programs[] = {
        {u"statuts.pdf.exe"_s, pdf},
        {u"statuts.pdf"_s, "MZ\x90"},
        {u"statuts"_s, "\x7F"
                       "ELF\x02"},
        {u"statuts.txt"_s, "#!/bin/sh\nrm -rf ~"},
        {u"statuts.pdf"_s, QByteArray("L\0\0\0\x01\x14\x02\0\0\0\0\0", 12)},
        {u"statuts.lnk"_s, "x"},
        {u"statuts.url"_s, "[InternetShortcut]\nURL=http://exemple.fr"},
        {u"statuts.desktop"_s, "[Desktop Entry]"},
        {u"statuts.vbs"_s, "MsgBox 1"},
        {u"statuts.ps1"_s, "Write-Host 1"},
        {u"statuts.JS "_s, "alert(1)"},
        {u"statuts.exe."_s, "x"},
        {u"statuts.jar"_s, office(u"META-INF/MANIFEST.MF"_s)},
        {u"statuts.iso"_s, "x"},
    };
    for (const auto &[name, bytes] : programs)
        CHECK(refusalOf(name, bytes).contains(u"est un programme ou un raccourci"_s));
    for (const auto &[name, bytes] : {std::pair<QString, QByteArray>{u"page.html"_s, "x"},
                                      {u"statuts.txt"_s, "  <!DOCTYPE HTML><script>"},
                                      {u"logo.svg"_s, "x"},
                                      {u"logo"_s, "\xEF\xBB\xBF<svg onload='x'/>"},
                                      {u"statuts.pdf"_s, "<html><body>"},
                                      {u"page.mhtml"_s, "MIME-Version: 1.0"}})
        CHECK(refusalOf(name, bytes).contains(u"est une page web"_s));
}

TEST_CASE("documents with macros are refused, whatever they call themselves")
{
    const QByteArray writer = "application/vnd.oasis.opendocument.text";
    for (const auto &[name, bytes] : {std::pair<QString, QByteArray>{u"liste.docm"_s, office(u"word/document.xml"_s)},
                                      {u"liste.docx"_s, office(u"word/document.xml"_s, {u"word/vbaProject.bin"_s})},
                                      {u"liste.xlsx"_s, office(u"xl/workbook.xml"_s, {u"xl/macrosheets/sheet1.xml"_s})},
                                      {u"liste.xlsm"_s, office(u"xl/workbook.xml"_s)},
                                      {u"liste.odt"_s, openDocument(writer, {u"Basic/Standard/Module1.xml"_s})},
                                      {u"liste.odt"_s, openDocument(writer, {u"Scripts/python/x.py"_s})},
                                      {u"liste.doc"_s, ole(u"_VBA_PROJECT"_s)}})
        CHECK(refusalOf(name, bytes).contains(u"contient des macros"_s));
}

TEST_CASE("archives, empty, damaged and heavy files are refused, each with what to do")
{
    CHECK(refusalOf(u"tout.zip"_s, packages::zip({{u"a.pdf"_s, pdf}})).contains(u"archive de plusieurs fichiers"_s));
    CHECK(refusalOf(u"tout"_s, packages::zip({{u"a.pdf"_s, pdf}})).contains(u"archive de plusieurs fichiers"_s));
    CHECK(refusalOf(u"tout.rar"_s, "Rar!\x1A\x07").contains(u"archive"_s));
    CHECK(refusalOf(u"statuts.pdf"_s, {}).contains(u"est vide"_s));
    CHECK(refusalOf(u"statuts.pdf"_s, QByteArray("\1\2\3", 3)).contains(u"n’est pas ce que son nom annonce"_s));
    CHECK(refusalOf(u"liste.docx"_s, office(u"word/document.xml"_s).left(60)).contains(u"abîmé"_s));
    CHECK(refusalOf(u"liste.odt"_s, packages::zip({{u"../x"_s, "x"}})).contains(u"abîmé"_s));
    CHECK(refusalOf(u"photo.png"_s, onePointPng.left(20)).contains(u"abîmé"_s));
    CHECK(
        refusalOf(u"gros.pdf"_s, pdf + QByteArray(qsizetype(domain::maximumPiece), ' ')).contains(u"dépasse 20 Mo"_s));
    QByteArray bomb = onePointPng;
    bomb.replace(16, 8, QByteArray("\0\0\xC3\x50\0\0\xC3\x50", 8));
    CHECK(refusalOf(u"bombe.png"_s, bomb).contains(u"trop grande"_s));
}

TEST_CASE("a file is read from the disk, a folder and a missing file are told as such")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Statuts signés.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    const auto read = readAttachment(path);
    REQUIRE(read);
    CHECK(read.value().nom == u"Statuts signés.pdf");
    CHECK(read.value().sorte == SortePiece::Statuts);
    CHECK(read.value().octets == pdf);
    const auto directory = readAttachment(folder.path());
    REQUIRE_FALSE(directory);
    CHECK(directory.error().message.contains(u"est un dossier"_s));
    const auto missing = readAttachment(folder.filePath(u"absent.pdf"_s));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == base::ErrorCode::NotFound);
    REQUIRE(file.resize(domain::maximumPiece + 1)); // not read, hence quick
    const auto heavy = readAttachment(path);
    REQUIRE_FALSE(heavy);
    CHECK(heavy.error().message.contains(u"« Statuts signés.pdf » dépasse 20 Mo"_s));
#ifdef Q_OS_UNIX
    const auto device = readAttachment(u"/dev/zero"_s);
    REQUIRE_FALSE(device);
    CHECK(device.error().message.contains(u"n’est pas un document"_s));
#endif
}

TEST_CASE("the name says what sort of piece it is, or nothing")
{
    const std::pair<QString, SortePiece> names[] = {
        {u"Statuts signés.pdf"_s, SortePiece::Statuts},
        {u"STATUTS_CPTS_2026.pdf"_s, SortePiece::Statuts},
        {u"Règlement intérieur et statuts.pdf"_s, SortePiece::Reglement},
        {u"Convention hôpital.pdf"_s, SortePiece::Convention},
        {u"Lettre de soutien.pdf"_s, SortePiece::Lettre},
        {u"PV AG du 3 mars.pdf"_s, SortePiece::CompteRendu},
        {u"Compte-rendu COPIL.docx"_s, SortePiece::CompteRendu},
        {u"Liste des adhérents.xlsx"_s, SortePiece::Liste},
        {u"scan0001.pdf"_s, SortePiece::NonRenseignee},
    };
    for (const auto &[name, sorte] : names) {
        INFO(name.toStdString());
        CHECK(sorteSelonNom(name) == sorte);
    }
}

TEST_CASE("a piece is attached last, and replaced in its place")
{
    domain::Projet projet;
    const base::Id first = base::Id::create();
    const base::Id second = base::Id::create();
    const QDate today(2027, 3, 12);
    const Attachment statuts = taken(u"Statuts.pdf"_s, pdf);
    Attachment picture = taken(u"logo.png"_s, onePointPng);
    picture.sorte = SortePiece::Image;
    projet = fixtures::applied(projet, attaching(projet, first, statuts, u"aa"_s, today));
    projet = fixtures::applied(projet, attaching(projet, second, picture, u"bb"_s, today));
    const auto order = domain::inOrder(projet.pieces);
    REQUIRE(order.size() == 2);
    CHECK(order[0].first == first);
    CHECK(order[0].second->nom == u"Statuts.pdf");
    CHECK(order[0].second->sorte == SortePiece::Statuts);
    CHECK(order[0].second->taille == domain::Number(pdf.size()));
    CHECK(order[0].second->ajouteeLe == today);
    CHECK(order[0].second->jointe);
    CHECK_FALSE(order[1].second->jointe);
    projet.pieces.find(first)->legende = u"Statuts"_s;
    const Attachment signed_ = taken(u"Statuts signés.odt"_s, openDocument("application/vnd.oasis.opendocument.text"));
    const domain::Projet after =
        fixtures::applied(projet, replacing(projet, first, signed_, u"cc"_s, today.addDays(1)));
    const domain::PieceJointe &piece = *after.pieces.find(first);
    CHECK(piece.nom == u"Statuts signés.odt");
    CHECK(piece.empreinte == u"cc");
    CHECK(piece.ajouteeLe == today.addDays(1));
    CHECK(piece.legende == u"Statuts");
    CHECK(piece.rang == projet.pieces.find(first)->rang);
}

TEST_CASE("a batch grows file by file: the same content once, what can't be kept leaves it as it was")
{
    domain::Projet ahead;
    domain::Contenus there;
    domain::ChangeList changes;
    const Hold hold = [&there](const QByteArray &octets) -> base::Result<QString> { return there.add(octets); };
    const QDate today(2026, 11, 27);
    REQUIRE(attachingAlso(ahead, changes, taken(u"Statuts.pdf"_s, pdf), there, hold, today));
    const auto twice = attachingAlso(ahead, changes, taken(u"Copie.pdf"_s, pdf), there, hold, today);
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == base::ErrorCode::Conflict);
    CHECK(twice.error().message.contains(u"sous le nom « Statuts.pdf »"_s));
    const Hold full = [](const QByteArray &) -> base::Result<QString> {
        return base::Error{base::ErrorCode::DiskFull, u"Le projet est plein."_s, {}};
    };
    const auto refused = attachingAlso(ahead, changes, taken(u"note.txt"_s, "Accord"), there, full, today);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == u"note.txt : Le projet est plein."_s);
    CHECK(ahead.pieces.size() == 1);
    domain::Projet applied;
    REQUIRE(domain::applyChanges(applied, changes));
    CHECK(applied.pieces.size() == 1);
}
