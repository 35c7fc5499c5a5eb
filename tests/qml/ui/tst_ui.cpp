// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
// Runs the Quick Tests of Rapport.Ui beside a probe that sees and presses
// controls as a screen reader does.
#include "qml/ui/Fonts.h"
#include "tests/qml/ui/Probe.h"

#include <QAccessible>
#include <QQmlEngine>
#include <QtPlugin>
#include <QtQuickTest>

// A plain link drops the plugin that registers the types written in C++.
Q_IMPORT_PLUGIN(Rapport_UiPlugin)

namespace {

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        // As if a screen reader ran: only then do the templates attach theirs.
        QAccessible::setActive(true);
        QVERIFY2(rapport::ui::loadFonts(), "an embedded font could not be read");
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral(":/qt/qml"));
        qmlRegisterSingletonInstance("Rapport.Probe", 1, 0, "Probe", &m_probe);
    }

private:
    Probe m_probe;
};

} // namespace

QUICK_TEST_MAIN_WITH_SETUP(ui, Setup)

#include "tst_ui.moc"
