// Types, undoes and publishes until it is killed. Tells what it is about to do and each state it reached.
#include "faults/child/telling.h"

#include "dossier/dossier.h"
#include "store/contents.h"

#include <QCoreApplication>
#include <QTimer>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace
{

void tell(const QByteArray &word, const QByteArray &what)
{
    const QByteArray line = QByteArray::number(faults::microseconds()) + ' ' + word + ' ' + what + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
        ::_exit(3);
}

void tellState(const dossier::Dossier &dossier)
{
    tell("at", faults::hashOf(dossier.projet()));
}

bool edit(dossier::Dossier &dossier, const domain::ChangeList &changes, const QString &mergeKey)
{
    domain::Projet after = dossier.projet();
    if (!store::applyChecked(after, store::cleaned(changes)))
        return false;
    tell("to", faults::hashOf(after));
    return dossier.edit(u"Modifier"_s, changes, mergeKey).ok();
}

// One random act, as a person would: mostly typing, sometimes undo, redo, save, or another field.
bool act(dossier::Dossier &dossier, testing::RandomEdits &random)
{
    const size_t dice = random.below(20);
    if (dice == 0) {
        tell("to", "undo");
        return dossier.undo().ok();
    }
    if (dice == 1) {
        tell("to", "redo");
        return dossier.redo().ok();
    }
    if (dice == 2) {
        dossier.publishSoon();
        return true;
    }
    if (dice == 3)
        return dossier.publishNow().ok();
    return edit(dossier, random.next(dossier.projet()), dice < 10 ? u"champ"_s : QString());
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
    tellState(*opened.value());
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, &application, [&] {
        if (!act(*opened.value(), random))
            ::_exit(4);
        tellState(*opened.value());
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
