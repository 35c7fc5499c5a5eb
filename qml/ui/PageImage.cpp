// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "qml/ui/PageImage.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace rapport::ui {

PageImage::PageImage(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void PageImage::setImage(const QImage &image)
{
    if (image.cacheKey() == m_image.cacheKey())
        return;
    m_image = image;
    m_fresh = true;
    update();
    Q_EMIT imageChanged();
}

QSGNode *PageImage::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<QSGImageNode *>(old);
    if (m_image.isNull() || width() <= 0 || height() <= 0) {
        delete node;
        m_fresh = true;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_fresh = true;
    }
    if (m_fresh)
        node->setTexture(window()->createTextureFromImage(m_image, QQuickWindow::TextureIsOpaque));
    m_fresh = false;
    node->setRect(boundingRect());
    return node;
}

} // namespace rapport::ui
