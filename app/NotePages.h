// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QQmlEngine>

#include "app/PageMarks.h"
#include "core/domain/Note.h"
#include "core/paper/PageLayout.h"

namespace rapport::app {

/// Tells QML's tools that there is such a type; QML only passes it on.
struct ImageForQml
{
    Q_GADGET
    QML_FOREIGN(QImage)
    QML_ANONYMOUS
};

/// The pages of a note as they will be printed: one of them as an image, and
/// all of them as a PDF. Setting and drawing happen on a worker thread; what
/// is asked for last is what is shown.
class NotePages : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("NoteHandover gives it")
    Q_PROPERTY(Status status READ status NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int current READ current NOTIFY changed FINAL)
    Q_PROPERTY(qreal shape READ shape NOTIFY changed FINAL)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY changed FINAL)
    Q_PROPERTY(QImage image READ image NOTIFY changed FINAL)
    Q_PROPERTY(int pixelWidth READ pixelWidth WRITE setPixelWidth NOTIFY pixelWidthChanged FINAL)
    Q_PROPERTY(rapport::app::PageMarks *marks READ marks CONSTANT FINAL)

public:
    enum Status {
        Empty,
        Drawing, ///< an older image may still show
        Ready,
        Failed, ///< there is no memory for the image; the other ways are not touched
    };
    Q_ENUM(Status)

    explicit NotePages(QObject *parent = nullptr);

    Status status() const { return m_status; }
    int count() const { return m_layout ? m_layout->pageCount() : 0; }
    int current() const { return m_current; } ///< from 0
    qreal shape() const;                      ///< a page's height by its width
    bool rightToLeft() const { return m_sheet.locale.textDirection() == Qt::RightToLeft; }
    QImage image() const { return m_image; }
    int pixelWidth() const { return m_pixelWidth; }
    void setPixelWidth(int pixels); ///< how wide the image is to be; 0: none is drawn
    PageMarks *marks() { return &m_marks; }

    Q_INVOKABLE void turn(int by);

    // For the other view models.
    void show(const QList<domain::NoteLine> &lines);
    void clear();

    using PdfDone = std::function<void(const paper::Result<QByteArray> &)>;
    /// The PDF of what is shown; the answer comes later, on the GUI thread,
    /// unless these pages are gone by then.
    void makePdf(const PdfDone &done);

Q_SIGNALS:
    void changed();
    void pixelWidthChanged();

private:
    using Layout = std::shared_ptr<const paper::PageLayout>;
    void draw();
    void setStatus(Status status);

    QList<domain::NoteLine> m_lines;
    paper::Sheet m_sheet;
    Layout m_layout;
    int m_note = 0; ///< counts what was shown, so that late answers are known
    bool m_drawing = false;
    int m_current = 0;
    int m_pixelWidth = 0;
    QImage m_image;
    PageMarks m_marks;
    Status m_status = Empty;
};

} // namespace rapport::app
