// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "tests/qml/ui/gallery/Sheet.h"

#include <cstdio>
#include <memory>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include "tests/qml/ui/gallery/Samples.h"

namespace rapport::gallery {

namespace {

enum class State { Normal, Hovered, Pressed, Focused, Disabled, Long };
constexpr State states[] = {State::Normal,  State::Hovered,  State::Pressed,
                            State::Focused, State::Disabled, State::Long};

constexpr int cellWidth = 320;
constexpr int gap = 16;
constexpr int tall = 900;

const QString words = QStringLiteral("Keep it");
const QString longWords =
    QStringLiteral("A text that is longer than anybody who drew this control ever thought it would be, once "
                   "it has been translated");
const QString arabic = QStringLiteral("احتفظ به");
const QString longArabic = QStringLiteral(
    "نص أطول مما توقعه أي شخص عندما رسم هذا العنصر، بعد أن تُرجم إلى لغة أخرى وصار فيه كلام كثير");

void pass(int milliseconds)
{
    QElapsedTimer time;
    time.start();
    while (!time.hasExpired(milliseconds))
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// The first item that can be pressed or typed into; null for what is only read.
QQuickItem *target(QQuickItem *root)
{
    const QList<QQuickItem *> children = root->childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        const QMetaObject *type = child->metaObject();
        const bool isButton = type->indexOfProperty("down") >= 0 && type->indexOfProperty("hovered") >= 0;
        if (isButton || type->indexOfProperty("cursorPosition") >= 0)
            return child;
        if (QQuickItem *found = target(child))
            return found;
    }
    return nullptr;
}

/// Makes controls one after the other and takes their pictures.
class Stand
{
public:
    Stand()
    {
        m_engine.addImportPath(QStringLiteral(":/qt/qml"));
        m_window.setColor(Qt::transparent);
        m_window.resize(cellWidth, tall);
        m_window.show();
        m_window.requestActivate();
        pass(100);
        QQmlComponent component(&m_engine);
        component.setData("import QtQml\nimport Rapport.Ui\nQtObject { property QtObject theme: Theme }",
                          QUrl());
        if (component.isError())
            std::fprintf(stderr, "%s\n", qPrintable(component.errorString()));
        m_holder.reset(component.create());
        m_theme = m_holder->property("theme").value<QObject *>();
    }

    void setLook(const Look &look)
    {
        m_look = look;
        m_theme->setProperty("dark", look.dark);
        m_theme->setProperty("highContrast", look.contrast);
        m_theme->setProperty("textScale", look.textScale);
        m_theme->setProperty("reducedMotion", true);
    }
    QColor paper() const { return m_theme->property("paper").value<QColor>(); }
    QColor ink() const { return m_theme->property("inkSoft").value<QColor>(); }

    /// A null image where the control has no such state.
    QImage picture(const Sample &sample, State state)
    {
        const std::unique_ptr<QObject> object = make(sample, state == State::Long);
        auto *cell = qobject_cast<QQuickItem *>(object.get());
        if (!cell)
            return {};
        cell->setParentItem(m_window.contentItem());
        pass(25);
        QQuickItem *item = target(cell);
        const bool isRead = state == State::Normal || state == State::Long;
        if (!item && !isRead)
            return {};
        const QPointF middle =
            item ? item->mapToScene(QPointF(item->width() / 2, item->height() / 2)) : QPointF();
        switch (state) {
        case State::Hovered:
            point(QEvent::MouseMove, middle, Qt::NoButton);
            break;
        case State::Pressed:
            point(QEvent::MouseMove, middle, Qt::NoButton);
            point(QEvent::MouseButtonPress, middle, Qt::LeftButton);
            break;
        case State::Focused:
            item->forceActiveFocus(Qt::TabFocusReason);
            break;
        case State::Disabled:
            cell->setEnabled(false);
            break;
        default:
            break;
        }
        pass(25);
        const int height = std::min(tall, qCeil(cell->implicitHeight()));
        const QImage image = m_window.grabWindow();
        if (state == State::Pressed)
            point(QEvent::MouseButtonRelease, QPointF(-50, -50), Qt::LeftButton);
        point(QEvent::MouseMove, QPointF(cellWidth - 1, tall - 1), Qt::NoButton);
        const qreal ratio = image.width() / qreal(cellWidth);
        return image.copy(0, 0, image.width(), qRound(height * ratio));
    }

    bool failed() const { return m_failed; }

private:
    std::unique_ptr<QObject> make(const Sample &sample, bool isLong)
    {
        const QString source =
            QStringLiteral("import QtQuick\nimport QtQuick.Layouts\nimport Rapport.Ui\n"
                           "Item { id: cell\nproperty string words\nproperty string action\n"
                           "width: %1\nimplicitHeight: column.implicitHeight + 16\n"
                           "LayoutMirroring.enabled: %2\nLayoutMirroring.childrenInherit: true\n"
                           "Rectangle { anchors.fill: parent; color: Theme.paper }\n"
                           "ColumnLayout { id: column; x: 8; y: 8; width: parent.width - 16\n%3\n} }")
                .arg(cellWidth)
                .arg(m_look.rightToLeft ? QStringLiteral("true") : QStringLiteral("false"),
                     QString::fromUtf8(sample.qml));
        QQmlComponent component(&m_engine);
        component.setData(source.toUtf8(), QUrl());
        const QString text =
            m_look.rightToLeft ? (isLong ? longArabic : arabic) : (isLong ? longWords : words);
        std::unique_ptr<QObject> made;
        // In 6.4 what is not ready would not be made, but crash.
        if (component.isReady())
            made.reset(component.createWithInitialProperties(
                {{QStringLiteral("words"), text},
                 {QStringLiteral("action"), m_look.rightToLeft ? arabic : words}}));
        if (!made) {
            std::fprintf(stderr, "%s: %s\n", sample.control, qPrintable(component.errorString()));
            m_failed = true;
        }
        return made;
    }

    void point(QEvent::Type type, const QPointF &where, Qt::MouseButton button)
    {
        const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? button : Qt::MouseButtons();
        QMouseEvent event(type, where, where, where, button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &event);
    }

    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QObject> m_holder;
    QObject *m_theme = nullptr;
    Look m_look = looks[0];
    bool m_failed = false;
};

struct Row
{
    QString name;
    QList<QImage> cells;
    int height = 0;
};

void paint(const QList<Row> &rows, const Stand &stand, const QString &file)
{
    const qreal ratio = rows.constFirst().cells.constFirst().width() / qreal(cellWidth);
    int height = gap;
    for (const Row &row : rows)
        height += row.height + 2 * gap;
    QImage sheet(qRound((std::size(states) * (cellWidth + gap) + gap) * ratio), qRound(height * ratio),
                 QImage::Format_RGB32);
    sheet.setDevicePixelRatio(ratio);
    sheet.fill(stand.paper());
    QPainter painter(&sheet);
    painter.setPen(stand.ink());
    int y = gap;
    for (const Row &row : rows) {
        painter.drawText(gap, y + gap / 2, row.name);
        int x = gap;
        for (QImage cell : row.cells) {
            cell.setDevicePixelRatio(ratio);
            if (!cell.isNull())
                painter.drawImage(QPointF(x, y + gap), cell);
            x += cellWidth + gap;
        }
        y += row.height + 2 * gap;
    }
    painter.end();
    sheet.save(file);
}

} // namespace

int drawSheets(const QString &folder)
{
    int failures = 0;
    Stand stand;
    for (const Look &look : looks) {
        stand.setLook(look);
        QList<Row> rows;
        for (const Sample &sample : samples) {
            if (!sample.qml)
                continue;
            Row row{QString::fromLatin1(sample.control), {}, 0};
            for (const State state : states) {
                row.cells.append(stand.picture(sample, state));
                const QImage &cell = row.cells.constLast();
                if (!cell.isNull())
                    row.height = std::max(row.height, cell.height() * cellWidth / cell.width());
            }
            if (row.cells.constFirst().isNull())
                ++failures;
            else
                rows.append(row);
        }
        paint(rows, stand, QStringLiteral("%1/controls-%2.png").arg(folder, QLatin1String(look.name)));
    }
    return failures;
}

} // namespace rapport::gallery
