#include "layout/row.h"

#include "layout/style.h"

#include <algorithm>

namespace layout
{

namespace
{

constexpr double slack = 0.01;     // mm: sums of doubles
constexpr double blankStrip = 2.5; // writing lines: the least part of an empty cell worth leaving on a page

double cellHeight(const CellBox &cell)
{
    return std::max(stackedHeight(cell.content) + 2 * look::cellPaddingY, cell.minimumHeight);
}

// How many slices of the top fit in `available` with a break allowed after them.
size_t fitting(const std::vector<Slice> &content, double available, bool force)
{
    size_t allowed = 0;
    size_t possible = 0;
    double height = 0;
    for (size_t i = 0; i < content.size(); ++i) {
        height += (i == 0 ? 0 : content[i].gap) + content[i].height;
        if (height > available + slack)
            break;
        possible = i + 1;
        if (!content[i].glued || possible == content.size())
            allowed = possible;
    }
    if (allowed == 0 && force)
        return std::max<size_t>(possible, std::min<size_t>(1, content.size()));
    return allowed;
}

// Two parts of a cell; the elements open at the cut are closed in the first and begun again in the second.
std::pair<CellBox, CellBox> cut(const CellBox &cell, size_t count)
{
    CellBox head = cell;
    CellBox rest = cell;
    const auto middle = cell.content.begin() + std::ptrdiff_t(count);
    head.content.assign(cell.content.begin(), middle);
    rest.content.assign(middle, cell.content.end());
    std::vector<BeginTag> open;
    for (const Slice &slice : head.content) {
        for (const Operation &operation : slice.operations)
            track(operation, open);
    }
    if (!head.content.empty() && !rest.content.empty()) {
        for (auto tag = open.rbegin(); tag != open.rend(); ++tag) {
            head.content.back().operations.push_back(EndTag{tag->tag});
            std::vector<Operation> &first = rest.content.front().operations;
            first.insert(first.begin(), continued(*tag));
        }
    }
    return {head, rest};
}

} // namespace

double RowBox::height() const
{
    double height = 0;
    for (const CellBox &cell : cells)
        height = std::max(height, cellHeight(cell));
    return height;
}

double RowBox::leastHead() const
{
    double least = 0;
    for (const CellBox &cell : cells) {
        double height = 2 * look::cellPaddingY;
        for (const Slice &slice : cell.content) {
            height += (&slice == &cell.content.front() ? 0 : slice.gap) + slice.height;
            if (!slice.glued)
                break;
        }
        least = std::max({least, height, std::min(cell.minimumHeight, blankStrip * look::writingLine)});
    }
    return least;
}

std::optional<SplitRow> split(const RowBox &row, double available, bool force)
{
    if (row.height() <= available + slack)
        return SplitRow{row, std::nullopt, row.height()};
    SplitRow parts{row, row, 0};
    double minimum = 0;
    bool contentLeft = false;
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const CellBox &cell = row.cells[i];
        const size_t count = fitting(cell.content, available - 2 * look::cellPaddingY, force);
        if (count == 0 && !cell.content.empty())
            return std::nullopt;
        std::tie(parts.head.cells[i], parts.rest->cells[i]) = cut(cell, count);
        contentLeft = contentLeft || count < cell.content.size();
        minimum = std::max(minimum, cell.minimumHeight);
        parts.headHeight =
            std::max(parts.headHeight, stackedHeight(parts.head.cells[i].content) + 2 * look::cellPaddingY);
    }
    parts.headHeight = std::max(parts.headHeight, std::min(minimum, available));
    if (!force && parts.headHeight < row.leastHead() - slack)
        return std::nullopt;
    double left = 0;
    for (CellBox &cell : parts.rest->cells) {
        cell.minimumHeight = std::max(0.0, cell.minimumHeight - parts.headHeight);
        left = std::max(left, cell.minimumHeight);
    }
    if (!contentLeft && left < look::writingLine)
        parts.rest.reset();
    else
        parts.rest->tag = continued(row.tag);
    return parts;
}

Slice render(const RowBox &row, double height, bool topBorder)
{
    Slice slice;
    slice.height = height;
    std::vector<Operation> &out = slice.operations;
    const auto line = [&out](double x1, double y1, double x2, double y2) {
        out.push_back(LineOperation{{x1, y1, x2, y2}, look::hairline, look::border});
    };
    for (const CellBox &cell : row.cells) {
        if (cell.ground)
            out.push_back(FillOperation{QRectF(cell.x, 0, cell.width, height), *cell.ground});
    }
    for (const CellBox &cell : row.cells) {
        line(cell.x, 0, cell.x, height);
        if (!cell.field.isEmpty() || cell.missing)
            slice.fields.push_back({QRectF(cell.x, 0, cell.width, height), cell.field, cell.missing});
    }
    const double left = row.cells.front().x;
    const double right = row.cells.back().x + row.cells.back().width;
    line(right, 0, right, height);
    line(left, height, right, height);
    if (topBorder)
        line(left, 0, right, 0);
    out.push_back(row.tag);
    for (const CellBox &cell : row.cells) {
        out.push_back(cell.tag);
        double y = look::cellPaddingY;
        for (const Slice &content : cell.content) {
            y += &content == &cell.content.front() ? 0 : content.gap;
            append(content, cell.x + look::cellPaddingX, y, out, slice.fields);
            y += content.height;
        }
        out.push_back(EndTag{cell.tag.tag});
    }
    out.push_back(EndTag{row.tag.tag});
    return slice;
}

} // namespace layout
