#include "gui/shell/guide_view.h"

#include "base/text.h"
#include "gui/theme/theme.h"
#include "layout/figure.h"
#include "layout/style.h"

#include <QEvent>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int margin = 28;      // pixels, at 100 %
constexpr int mostLetters = 80; // on a line: more is tiring to read

// Letter for letter, so that places stay: accents and capitals make no difference.
QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar each : text) {
        const QString folded = base::fold(QString(each));
        letters += folded.isEmpty() ? each : folded.front();
    }
    return letters;
}

// Where a word begins in a line, both as lettersOf() gives them.
QList<qsizetype> placesOf(const QString &word, const QString &line)
{
    QList<qsizetype> places;
    for (qsizetype at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.size()))
        places << at;
    return places;
}

} // namespace

GuideView::GuideView(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(u"Page du guide"_s);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) { Q_EMIT pageAsked(link.fragment()); });
}

void GuideView::display(const guide::Page &page, const QString &words)
{
    m_page = &page;
    fill();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
    m_words = words;
    markWords();
}

QVariant GuideView::loadResource(int, const QUrl &)
{
    return {};
}

void GuideView::fill()
{
    if (!m_page || m_filling)
        return;
    const QScopedValueRollback<bool> filling(m_filling, true);
    auto *text = new QTextDocument(this);
    text->setDefaultFont(font());
    text->setDocumentMargin(zoomed(margin));
    QTextFrameFormat column = text->rootFrame()->frameFormat();
    const int beside = std::max(0, (viewport()->width() - columnWidth()) / 2);
    column.setLeftMargin(beside);
    column.setRightMargin(beside);
    text->rootFrame()->setFrameFormat(column);
    QTextCursor cursor(text);
    cursor.setBlockFormat({});
    QTextBlockFormat first;
    first.setHeadingLevel(1);
    first.setBottomMargin(zoomed(10));
    cursor.setBlockFormat(first);
    cursor.insertText(m_page->title, format(1.6, true));
    m_list = nullptr;
    for (const report::Block &block : m_page->blocks) {
        if (!std::holds_alternative<report::Paragraph>(block))
            m_list = nullptr;
        std::visit(
            [this, &cursor](const auto &each) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(each)>, report::PageBreak>)
                    add(cursor, each);
            },
            block);
    }
    const QPointer<QTextDocument> former = document(); // the very first goes by itself
    const bool marked = !extraSelections().isEmpty();
    setExtraSelections({}); // they hold places of the former text
    setDocument(text);
    if (marked)
        markWords();
    if (former)
        former->deleteLater();
}

int GuideView::columnWidth() const
{
    static const QString letters = u"Les mots en gras sont ceux que vous lisez à l’écran."_s;
    const int readable = QFontMetrics(font()).horizontalAdvance(letters) * mostLetters / int(letters.size());
    return std::min(viewport()->width() - 2 * zoomed(margin), readable);
}

QTextCharFormat GuideView::format(double size, bool bold) const
{
    QTextCharFormat format;
    QFont sized = font();
    if (sized.pixelSize() > 0)
        sized.setPixelSize(qRound(sized.pixelSize() * size));
    else
        sized.setPointSizeF(sized.pointSizeF() * size);
    sized.setBold(bold);
    format.setFont(sized);
    format.setForeground(currentPalette().ink);
    return format;
}

void GuideView::add(QTextCursor &cursor, const report::Heading &heading)
{
    QTextBlockFormat block;
    block.setHeadingLevel(heading.level);
    block.setTopMargin(zoomed(heading.level == 2 ? 18 : 12));
    block.setBottomMargin(zoomed(6));
    cursor.insertBlock(block);
    addRuns(cursor, heading.runs, format(heading.level == 2 ? 1.2 : 1.05, true));
}

void GuideView::add(QTextCursor &cursor, const report::Paragraph &paragraph)
{
    QTextBlockFormat block;
    block.setBottomMargin(zoomed(paragraph.listLevel > 0 ? 4 : 8));
    block.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    if (paragraph.listLevel == 0)
        m_list = nullptr;
    if (layout::look::isCode(paragraph))
        block.setLeftMargin(zoomed(24));
    cursor.insertBlock(block, {});
    if (paragraph.listLevel > 0) {
        QTextListFormat look;
        look.setStyle(paragraph.numbered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
        look.setIndent(paragraph.listLevel);
        // A list under an item stands between items that go on with their own numbers: none in the guide.
        if (m_list && m_listLevel == paragraph.listLevel && m_list->format().style() == look.style())
            m_list->add(cursor.block());
        else
            m_list = cursor.createList(look);
        m_listLevel = paragraph.listLevel;
    }
    addRuns(cursor, paragraph.runs, format(1, false));
}

void GuideView::add(QTextCursor &cursor, const report::Table &table)
{
    QTextTableFormat look;
    look.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    look.setBorder(1);
    look.setBorderBrush(currentPalette().hairline);
    look.setBorderCollapse(true);
    look.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    look.setCellPadding(zoomed(6));
    look.setTopMargin(zoomed(4));
    look.setBottomMargin(zoomed(10));
    look.setHeaderRowCount(1);
    double sum = 0;
    for (const double each : table.columns)
        sum += each;
    QList<QTextLength> widths;
    for (const double each : table.columns)
        widths << QTextLength(QTextLength::PercentageLength, each * 100 / sum);
    look.setColumnWidthConstraints(widths);
    QTextTable *grid = cursor.insertTable(int(table.rows.size()), int(table.columns.size()), look);
    for (size_t row = 0; row < table.rows.size(); ++row)
        for (size_t column = 0; column < table.rows[row].cells.size(); ++column) {
            const report::Cell &cell = table.rows[row].cells[column];
            QTextCursor inside = grid->cellAt(int(row), int(column)).firstCursorPosition();
            addRuns(inside, cell.paragraphs.front().runs, format(1, cell.header));
        }
    cursor.movePosition(QTextCursor::End);
}

void GuideView::add(QTextCursor &cursor, const report::Figure &figure)
{
    const QImage picture = layout::decodedPicture(figure.picture);
    if (picture.isNull())
        return;
    const int width = std::min(picture.width(), std::max(zoomed(200), columnWidth() - zoomed(8)));
    const QString name = u"image-"_s + QString::number(cursor.position());
    cursor.document()->addResource(QTextDocument::ImageResource, QUrl(name),
                                   picture.scaledToWidth(width, Qt::SmoothTransformation));
    QTextImageFormat image;
    image.setName(name);
    image.setWidth(width);
    image.setProperty(QTextFormat::ImageAltText, figure.description);
    image.setToolTip(figure.description);
    QTextBlockFormat block;
    block.setTopMargin(zoomed(6));
    block.setBottomMargin(zoomed(2));
    cursor.insertBlock(block, {});
    cursor.insertImage(image);
    QTextBlockFormat caption;
    caption.setBottomMargin(zoomed(10));
    QTextCharFormat words = format(0.92, false);
    words.setForeground(currentPalette().inkSecondary);
    cursor.insertBlock(caption, words);
    cursor.insertText(figure.description, words);
}

void GuideView::addRuns(QTextCursor &cursor, const std::vector<report::Run> &runs, const QTextCharFormat &base)
{
    for (const report::Run &run : runs) {
        QTextCharFormat look = base;
        if (run.bold)
            look.setFontWeight(QFont::Bold);
        if (run.italic)
            look.setFontItalic(true);
        if (layout::look::isCode(run)) {
            look.setFontFamilies({u"Liberation Mono"_s, u"DejaVu Sans Mono"_s});
            look.setFontFixedPitch(true);
        }
        if (!run.link.isEmpty()) {
            look.setAnchor(true);
            look.setAnchorHref(run.link);
            look.setForeground(currentPalette().accent);
            look.setFontUnderline(true);
        }
        cursor.insertText(run.type == report::Run::Type::LineBreak ? QString(QChar::LineSeparator) : run.text, look);
    }
}

void GuideView::markWords()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat look;
    look.setBackground(currentPalette().reviewSoft);
    look.setForeground(currentPalette().onReviewSoft);
    for (const QString &word : m_words.split(u' ', Qt::SkipEmptyParts)) {
        const QString wanted = lettersOf(word);
        for (QTextBlock block = document()->begin(); block.isValid() && !wanted.isEmpty(); block = block.next())
            for (const qsizetype at : placesOf(wanted, lettersOf(block.text()))) {
                QTextCursor place(block);
                place.setPosition(block.position() + int(at));
                place.setPosition(place.position() + int(wanted.size()), QTextCursor::KeepAnchor);
                marks << QTextEdit::ExtraSelection{place, look};
            }
    }
    setExtraSelections(marks);
    if (marks.isEmpty())
        return;
    setTextCursor(marks.front().cursor);
    ensureCursorVisible();
}

void GuideView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fill();
}

void GuideView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace gui
