// « cpts exporter --gantt »: the calendar in bars, its options and their company.
#include "process.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("The calendar in bars is written as PDF, on A3 too, or as a picture")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    shell.well({u"exporter"_s, project, u"--gantt"_s, u"--sortie"_s, shell.path(u"a4.pdf"_s)});
    CHECK(shell.read(u"a4.pdf"_s).startsWith("%PDF"));
    shell.well({u"exporter"_s, project, u"--gantt"_s, u"--a3"_s, u"--sortie"_s, shell.path(u"a3.pdf"_s)});
    CHECK(shell.read(u"a3.pdf"_s) != shell.read(u"a4.pdf"_s));
    shell.well({u"exporter"_s, project, u"--gantt"_s, u"--format"_s, u"svg"_s, u"--sortie"_s, shell.path(u"g.svg"_s)});
    CHECK(shell.read(u"g.svg"_s).contains("<svg"));
    const Ran ran = shell.cpts({u"exporter"_s, project, u"--gantt"_s, u"--du"_s, u"1990-01-01"_s, u"--au"_s,
                                u"1990-12-31"_s, u"--sortie"_s, shell.path(u"vide.pdf"_s)});
    CHECK(ran.code == 3);
    CHECK(ran.err.contains(u"dans cette période"));
    CHECK_FALSE(QFile::exists(shell.path(u"vide.pdf"_s)));
}

TEST_CASE("Options of the calendar in bars that do not go together are told, and nothing is written")
{
    const Shell shell;
    const QString project = shell.path(u"p.cpts"_s);
    shell.well({u"nouveau"_s, project, u"--exemple"_s});
    const auto refused = [&](const QStringList &options, const QString &words) {
        const Ran ran =
            shell.cpts(QStringList{u"exporter"_s, project} + options + QStringList{u"--sortie"_s, shell.path(u"x"_s)});
        INFO(ran.err.toStdString());
        CHECK(ran.code == 2);
        CHECK(ran.err.contains(words));
        CHECK_FALSE(QFile::exists(shell.path(u"x"_s)));
    };
    refused({u"--gantt"_s, u"--carte"_s}, u"s’écrit à part"_s);
    refused({u"--gantt"_s, u"--plan-action"_s}, u"s’écrit à part"_s);
    refused({u"--gantt"_s, u"--annexe"_s, u"5"_s}, u"sans --annexe"_s);
    refused({u"--gantt"_s, u"--format"_s, u"docx"_s}, u"ne convient pas"_s);
    refused({u"--gantt"_s, u"--du"_s, u"2027-01-01"_s}, u"les deux dates"_s);
    refused({u"--gantt"_s, u"--du"_s, u"2027-12-31"_s, u"--au"_s, u"2027-01-01"_s}, u"finit avant de commencer"_s);
    refused({u"--annexe"_s, u"5"_s, u"--format"_s, u"pdf"_s, u"--a3"_s}, u"ne vaut que pour"_s);
}
