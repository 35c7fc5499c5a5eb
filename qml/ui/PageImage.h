// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QtQmlIntegration>

namespace rapport::ui {

/// Tells QML's tools that there is such a type; QML only passes it on.
struct ImageForQml
{
    Q_GADGET
    QML_FOREIGN(QImage)
    QML_ANONYMOUS
};

/// Shows an image that was made elsewhere, stretched to the item's size and
/// never mirrored. It says nothing to screen readers: what stands in the image
/// is for the user of this item to tell. GUI thread.
class PageImage : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage image READ image WRITE setImage NOTIFY imageChanged FINAL)

public:
    explicit PageImage(QQuickItem *parent = nullptr);

    [[nodiscard]] QImage image() const { return m_image; }
    void setImage(const QImage &image);

Q_SIGNALS:
    void imageChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override;

private:
    QImage m_image;
    bool m_fresh = false; ///< the image is newer than the texture
};

} // namespace rapport::ui
