#include "session.h"

#include "support/catch.h"

#include <QApplication>
#include <QTest>

namespace guitest
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const reference::Reference &officialData()
{
    static const reference::Reference loaded = reference::Reference::load().value();
    return loaded;
}

const report::Trame &paca()
{
    static const report::Trame loaded = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s).value();
    return loaded;
}

} // namespace

Session::Session()
    : m_clock(QDateTime(QDate(2026, 11, 23), QTime(14, 32))),
      m_settings(std::make_unique<gui::Settings>(m_folder.filePath(u"reglages.ini"_s))),
      m_environment(new gui::Environment{officialData(), paca(), m_clock, *m_settings, nullptr})
{
}

Session::~Session() = default;

QString Session::path() const
{
    return m_folder.filePath(u"essai.cpts"_s);
}

void Session::show(std::unique_ptr<dossier::Dossier> dossier)
{
    m_window = std::make_unique<gui::MainWindow>(std::move(dossier), *m_environment);
    m_window->resize(1366, 768);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QTest::qWait(1);
}

void Session::create()
{
    create(domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)));
}

void Session::create(const domain::Projet &projet)
{
    auto created = dossier::Dossier::create(path(), projet, m_clock);
    REQUIRE(created.ok());
    show(std::move(created.value()));
}

void Session::open(const QString &file, dossier::Dossier::Mode mode)
{
    auto opened = dossier::Dossier::open(file.isEmpty() ? path() : file, mode, m_clock);
    const QString trouble = opened.ok() ? QString() : opened.error().message;
    INFO(trouble.toStdString());
    REQUIRE(opened.ok());
    show(std::move(opened.value()));
}

void Session::close()
{
    m_window->close();
    m_window.reset();
}

} // namespace guitest
