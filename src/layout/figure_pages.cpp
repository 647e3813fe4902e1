#include "layout/figure_pages.h"

#include "layout/figure.h"

namespace layout
{

PagedDocument figurePages(const std::vector<report::Figure> &figures, const QSizeF &sheet)
{
    Composition composition;
    const BeginTag root = composition.begin(Tag::Document);
    PagedDocument paged{sheet, {}};
    for (const report::Figure &figure : figures) {
        Page page;
        page.operations.push_back(root);
        BeginTag tag = composition.begin(Tag::Figure);
        tag.alternative = figure.description;
        tag.box = QRectF(QPointF(figurePageMargin, figurePageMargin), figure.size);
        page.operations.push_back(tag);
        for (Operation operation : drawingOf(figure).operations) {
            shift(operation, figurePageMargin, figurePageMargin);
            page.operations.push_back(std::move(operation));
        }
        page.operations.push_back(EndTag{Tag::Figure});
        page.operations.push_back(EndTag{Tag::Document});
        paged.pages.push_back(std::move(page));
    }
    return paged;
}

} // namespace layout
