// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/Restorer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>

#include "core/wording/TimeWording.h"

namespace rapport::app {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Restorer)
};

QString reasonOf(vault::BackupError::Kind kind)
{
    using vault::BackupError;
    switch (kind) {
    case BackupError::Cancelled:
        return Words::tr("You stopped it.");
    case BackupError::WrongPassphrase:
        return Words::tr("That passphrase does not open this back-up. Look at it with the eye beside "
                         "the field: each word, and the keyboard's language.");
    case BackupError::NotABackup:
        return Words::tr("This file is not a back-up of Rapport.");
    case BackupError::Damaged:
        return Words::tr("This back-up is damaged. An older one may be whole.");
    case BackupError::NewerVersion:
        return Words::tr("A newer Rapport made this back-up. Install the newer one first.");
    case BackupError::CannotRead:
        return Words::tr("There is no file there that Rapport can read. Look at its name and its folder.");
    case BackupError::CannotWrite:
        return Words::tr("Rapport may not write in its own folder. Look at the folder's permissions.");
    case BackupError::DiskFull:
        return Words::tr("There is no space left on this device. Free some space, then try again.");
    case BackupError::NoMemory:
        return Words::tr("This device has too little free memory now. Close other apps, then try again.");
    case BackupError::VaultClosed:
    case BackupError::VaultDamaged:
    case BackupError::Internal:
        break;
    }
    return Words::tr("Something went wrong inside Rapport.");
}

/// The person's own folder may be written as in a shell.
QString pathOf(const QString &typed)
{
    const QString path = typed.trimmed();
    return path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

/// As Rapport draws and shows words: a capital from a keyboard that means well,
/// or a space too many, is no other word. Nothing where it was typed so already.
std::shared_ptr<vault::SecretBytes> plainWords(const QString &typed)
{
    QString plain;
    plain.reserve(typed.size()); // in one place, which is wiped
    for (const QChar c : typed) {
        if (!c.isSpace())
            plain += c.toLower();
        else if (!plain.isEmpty() && !plain.endsWith(u' '))
            plain += u' ';
    }
    if (plain.endsWith(u' '))
        plain.chop(1);
    const bool differs = plain != typed;
    auto secret = std::make_shared<vault::SecretBytes>(vault::SecretBytes::fromUtf8(plain));
    return differs ? secret : nullptr;
}

} // namespace

Restorer::Restorer(vault::Disk &disk, vault::Layout layout, VaultWorker &worker, QObject *parent)
    : QObject(parent)
    , m_disk(disk)
    , m_layout(std::move(layout))
    , m_worker(worker)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{}

vault::Progress Restorer::begin()
{
    m_stop = std::make_shared<std::atomic_bool>(false); // the last one keeps its own
    m_share = 0;
    m_problem.clear();
    Q_EMIT changed();
    return [this, stop = m_stop, told = 0.0](double share) mutable {
        if (share - told >= 0.01) {
            told = share;
            QMetaObject::invokeMethod(
                this,
                [this, share] {
                    m_share = share;
                    Q_EMIT changed();
                },
                Qt::QueuedConnection);
        }
        return !stop->load();
    };
}

void Restorer::look(const QString &file, QString passphrase)
{
    if (m_looking)
        return;
    discard();
    m_looking = true;
    using Looked = std::shared_ptr<vault::BackupResult<vault::StagedBackup>>;
    const auto plain = plainWords(passphrase);
    auto secret = std::make_shared<vault::SecretBytes>(vault::SecretBytes::fromUtf8(passphrase));
    m_worker.run<Looked>(
        this,
        [this, path = pathOf(file), secret, plain, progress = begin()] {
            auto staged = vault::stageBackup(m_disk, m_layout, path, *secret, progress);
            if (!staged && staged.error().kind == vault::BackupError::WrongPassphrase && plain)
                staged = vault::stageBackup(m_disk, m_layout, path, *plain, progress);
            return std::make_shared<vault::BackupResult<vault::StagedBackup>>(std::move(staged));
        },
        [this, secret, look = ++m_look](const Looked &looked) {
            m_looking = false;
            if (look != m_look) { // thrown away meanwhile
                if (*looked)
                    dropStaged();
                Q_EMIT changed();
                return;
            }
            if (!*looked) {
                if (looked->error().kind != vault::BackupError::WrongPassphrase)
                    m_typed = secret;
                return end(looked->error());
            }
            m_staged = std::make_shared<const vault::StagedBackup>(std::move(**looked));
            Q_EMIT changed();
        });
}

QString Restorer::takePassphrase()
{
    const auto typed = std::exchange(m_typed, {});
    return typed ? QString::fromUtf8(QByteArrayView(typed->bytes().data(), qsizetype(typed->size())))
                 : QString();
}

void Restorer::stop()
{
    m_stop->store(true);
    Q_EMIT changed();
}

void Restorer::discard()
{
    ++m_look;
    m_problem.clear();
    m_typed.reset();
    if (m_staged) {
        m_staged.reset();
        dropStaged();
    }
    Q_EMIT changed();
}

/// What does not go now goes with the next start; without its key it is of no use.
void Restorer::dropStaged()
{
    m_worker.run<bool>(
        this, [this] { return vault::discardStaged(m_disk, m_layout).has_value(); }, [](bool) {});
}

void Restorer::end(const std::optional<vault::BackupError> &error)
{
    if (error)
        m_problem =
            reasonOf(error->kind) + u' ' + Words::tr("Nothing was restored, and what is here is unchanged.");
    else if (const Staged staged = std::exchange(m_staged, nullptr))
        m_restoredMs = staged->createdMs;
    Q_EMIT changed();
}

QString Restorer::madeOn() const
{
    if (!m_staged)
        return {};
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(m_staged->createdMs);
    return Words::tr("Made on %1, %2.")
        .arg(QLocale().toString(made.date(), QLocale::LongFormat),
             wording::clockTime(made.time(), QLocale()));
}

QStringList Restorer::lines() const
{
    if (!m_staged)
        return {};
    const storage::LivingCounts &counts = m_staged->counts;
    return {Words::tr("Things to say: %1").arg(counts.cards), Words::tr("Moods: %1").arg(counts.checkIns),
            Words::tr("Sessions: %1").arg(counts.sessions), Words::tr("Notes: %1").arg(counts.notes),
            Words::tr("Pauses: %1").arg(counts.pauses)};
}

} // namespace rapport::app
