// The dossier being made and written: seen when it takes more than half a second, with « Annuler ».
#pragma once

#include "base/errand.h"
#include "formats/dossier_complet.h"

#include <atomic>
#include <memory>
#include <QDialog>
#include <QElapsedTimer>

class QLabel;
class QProgressBar;

namespace gui
{

class DossierProgress final : public QDialog
{
    Q_OBJECT
public:
    // `told`: how many files were written, or why none; after « Annuler », an error of code Cancelled. Once, then this
    // is gone.
    using Told = std::function<void(const base::Result<int> &)>;
    DossierProgress(std::unique_ptr<formats::DossierMaking> making, const QString &folder, Told told, QWidget *parent);
    ~DossierProgress() override;

    void start();
    // For tests: seen from the first step on.
    void setPatience(int milliseconds) { m_patience = milliseconds; }

    void reject() override;

private:
    void step();
    void write();
    void finish(const base::Result<int> &result);
    void showWhenLong();

    std::unique_ptr<formats::DossierMaking> m_making;
    QString m_folder;
    Told m_told;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    base::Waiting m_writing;
    QElapsedTimer m_since;
    int m_patience;
    QLabel *m_doing;
    QProgressBar *m_bar;
};

} // namespace gui
