// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/Look.h"

namespace rapport::app {

/// What can be set for this device, open vault or not: each question with its
/// answers in words, and which one is given. Of how things look the first is
/// always the device's own way.
class Settings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main gives it")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QList<QString> colourAnswers READ colourAnswers CONSTANT FINAL)
    Q_PROPERTY(int colourIndex READ colourIndex WRITE setColourIndex NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> letterAnswers READ letterAnswers CONSTANT FINAL)
    Q_PROPERTY(int letterIndex READ letterIndex WRITE setLetterIndex NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> contrastAnswers READ contrastAnswers CONSTANT FINAL)
    Q_PROPERTY(int contrastIndex READ contrastIndex WRITE setContrastIndex NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> motionAnswers READ motionAnswers CONSTANT FINAL)
    Q_PROPERTY(int motionIndex READ motionIndex WRITE setMotionIndex NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> coverAnswers READ coverAnswers CONSTANT FINAL)
    Q_PROPERTY(int coverIndex READ coverIndex WRITE setCoverIndex NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> veilAnswers READ veilAnswers CONSTANT FINAL)
    Q_PROPERTY(int veilIndex READ veilIndex WRITE setVeilIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool veilsAll READ veilsAll NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> autoLockAnswers READ autoLockAnswers CONSTANT FINAL)
    Q_PROPERTY(int autoLockIndex READ autoLockIndex WRITE setAutoLockIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString autoLockWords READ autoLockWords NOTIFY changed FINAL)
    Q_PROPERTY(QString backupFolder READ backupFolder WRITE setBackupFolder NOTIFY changed FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    enum State {
        Ready,
        NotKept, ///< holds until Rapport ends; the device did not take it
    };
    Q_ENUM(State)

    /// When everything is covered while something else is in front.
    enum Cover { CoverWithLock, CoverAlways, CoverNever };
    Q_ENUM(Cover)

    /// Back-ups go to that folder until another is chosen.
    Settings(DeviceSettings &settings, Look &look, QString backupFolder = {}, QObject *parent = nullptr);

    State state() const { return m_kept ? Ready : NotKept; }
    QString problem() const;

    QStringList colourAnswers() const;
    int colourIndex() const;
    void setColourIndex(int index);
    QStringList letterAnswers() const; ///< how large the letters are
    int letterIndex() const;           ///< the nearest
    void setLetterIndex(int index);
    QStringList contrastAnswers() const;
    int contrastIndex() const;
    void setContrastIndex(int index);
    QStringList motionAnswers() const;
    int motionIndex() const;
    void setMotionIndex(int index);

    QStringList coverAnswers() const; ///< in the order of Cover
    int coverIndex() const;
    void setCoverIndex(int index);
    QStringList veilAnswers() const;
    int veilIndex() const;
    void setVeilIndex(int index);
    bool veilsAll() const { return m_settings.veilsAll(); }
    QStringList autoLockAnswers() const; ///< in the order of domain::AutoLockWish
    int autoLockIndex() const;
    void setAutoLockIndex(int index);
    QString autoLockWords() const; ///< what the answer given means, as a sentence
    domain::AutoLockWish autoLock() const;

    QString backupFolder() const;
    void setBackupFolder(const QString &folder);

    QString version() const;

Q_SIGNALS:
    void changed();
    void stateChanged();

private:
    void wish(const LookWishes &wishes);
    void told();

    DeviceSettings &m_settings;
    Look &m_look;
    QString m_backupFolder; ///< while none was chosen
    bool m_kept = true;
};

} // namespace rapport::app
