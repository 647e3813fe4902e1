#include "gui/picture_insertion.h"

#include "base/clock.h"
#include "base/rich_text.h"
#include "dossier/dossier.h"
#include "formats/prepared_picture.h"
#include "gui/dialogs/picture_dialog.h"
#include "gui/widgets/text_area.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PictureInsertion::PictureInsertion(const AppContext &context, QWidget *page)
    : QObject(page), m_context(context), m_page(page)
{
}

void PictureInsertion::ask(TextArea *area)
{
    auto *dialog = new QFileDialog(m_page, u"Choisir une image"_s,
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                   u"Images (*.png *.jpg *.jpeg)"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kept = QPointer<TextArea>(area)](const QString &path) { choose(kept, path); });
    dialog->open();
}

void PictureInsertion::choose(TextArea *area, const QString &path)
{
    const QPointer<TextArea> kept(area);
    m_reading = base::whenDone<Read>(base::Errand<Read>([path]() -> Read {
                                         auto read = imports::readAttachment(path);
                                         if (!read)
                                             return read;
                                         auto light = formats::preparedPicture(read.value().nom, read.value().octets);
                                         if (!light)
                                             return light.error();
                                         read.value().octets = std::move(light).value();
                                         read.value().sorte = domain::SortePiece::Image;
                                         return read;
                                     }),
                                     m_context.dossier.options().prompt,
                                     [this, kept](const Read &read) { describe(kept, read); });
}

void PictureInsertion::describe(const QPointer<TextArea> &area, const Read &read)
{
    if (!read) {
        Q_EMIT failed(read.error().message);
        return;
    }
    if (!area)
        return;
    auto *dialog = new PictureDialog(read.value().nom, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, area, dialog, picture = read.value()] {
        if (area)
            insert(area, picture, dialog->description(), dialog->caption());
    });
    dialog->open();
}

void PictureInsertion::insert(TextArea *area, const imports::Attachment &picture, const QString &description,
                              const QString &caption)
{
    dossier::Dossier &dossier = m_context.dossier;
    const auto held = dossier.hold(picture.octets);
    if (!held) {
        Q_EMIT failed(held.error().message);
        return;
    }
    base::Id id;
    for (const auto &[each, piece] : dossier.projet().pieces)
        if (piece.empreinte == held.value())
            id = each;
    domain::ChangeList piece;
    if (id.isNull()) {
        id = base::Id::create();
        piece = imports::attaching(dossier.projet(), id, picture, held.value(), m_context.clock.today());
    }
    dossier.closeStep();
    area->insertPicture(base::writeRichText({base::RichPicture{id, description, caption}}), piece);
    dossier.closeStep();
    area->setFocus(Qt::OtherFocusReason);
}

} // namespace gui
