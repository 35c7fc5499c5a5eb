// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>

namespace rapport::app {

/// Whether a dialog of the system that Rapport asked for is open: then the
/// person is with Rapport although something else is in front. GUI thread.
class DialogWatch : public QObject
{
    Q_OBJECT

public:
    bool isOpen() const { return m_open > 0; }

Q_SIGNALS:
    void openChanged(); ///< or one more, or one less

protected:
    void opened()
    {
        ++m_open;
        Q_EMIT openChanged();
    }
    void closed()
    {
        --m_open;
        Q_EMIT openChanged();
    }

private:
    int m_open = 0;
};

} // namespace rapport::app
