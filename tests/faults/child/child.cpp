// Types, undoes and publishes until it is killed. Tells on its standard output each state it reached:
// "<microseconds> <number of the edit> <hash of the facts>", one line each, written at once.
#include "domain/champ.h"
#include "dossier/dossier.h"
#include "unit/dossier/random_edits.h"

#include <ctime>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace
{

qint64 microseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

void tell(const dossier::Dossier &dossier)
{
    const QByteArray hash =
        QCryptographicHash::hash(testing::factsOf(dossier.projet()), QCryptographicHash::Sha256).toHex();
    const QByteArray line = QByteArray::number(microseconds()) + ' ' + hash + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
        ::_exit(3);
}

// One random act, as a person would: mostly typing, sometimes undo, redo, save, or another field.
bool act(dossier::Dossier &dossier, testing::RandomEdits &random)
{
    const size_t dice = random.below(20);
    if (dice == 0)
        return dossier.undo().ok();
    if (dice == 1)
        return dossier.redo().ok();
    if (dice == 2) {
        dossier.publishSoon();
        return true;
    }
    if (dice == 3)
        return dossier.publishNow().ok();
    return dossier.edit(u"Modifier"_s, random.next(dossier.projet()), dice < 10 ? u"champ"_s : QString()).ok();
}

} // namespace

// faults_child <file> <local data folder> <seed>
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    dossier::Options options;
    options.dataFolder = arguments.at(2);
    options.idleMilliseconds = 20;
    const base::SystemClock clock;
    testing::RandomEdits random(arguments.at(3).toUInt());
    auto opened = dossier::Dossier::open(arguments.at(1), dossier::Dossier::Mode::Edit, clock, options);
    if (!opened || opened.value()->isReadOnly())
        return 2;
    tell(*opened.value());
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, &application, [&] {
        if (!act(*opened.value(), random))
            ::_exit(4);
        tell(*opened.value());
        typing.setInterval(static_cast<int>(random.below(12)));
    });
    typing.start(0);
    // Sometimes it closes by itself before it is killed: closing must be as safe as the rest.
    if (random.below(4) == 0)
        QTimer::singleShot(50 + static_cast<int>(random.below(400)), &application, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    opened.value().reset();
    return code;
}
