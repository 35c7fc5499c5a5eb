// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <QString>

#include "core/storage/Database.h"
#include "core/storage/Error.h"

namespace rapport::storage {

/// Overwrites decrypted pages before their memory is given back.
struct WipedPages
{
    std::size_t size = 0;
    void operator()(unsigned char *bytes) const;
};

/// The pages of a damaged database, decrypted, as far as they are what was
/// written: SQLCipher seals each page with a tag over its content and number.
///
/// The file itself is only ever read. It is copied to `scratch`, what the disk
/// no longer gives as zeros, together with a journal beside it, so that the
/// library takes back there what a crash left half done. Bad pages of the copy
/// are then covered by sealed empty ones: a bad one would end the connection,
/// a whole copy can be read from end to end at once.
///
/// The image takes as much memory as the file is long; it is wiped at the end.
class PageImage
{
public:
    /// What stands in each page for use; the rest is SQLCipher's (16 bytes of
    /// initialisation vector, 64 of tag).
    static constexpr std::size_t pageSize = 4096;
    static constexpr std::size_t usableSize = pageSize - 80;

    /// Reads a file under a key. `scratch` names files that may be overwritten
    /// and are gone afterwards. Errors: Missing, DiskFull, ReadOnly, Io,
    /// NotCipher; WrongKey if no page is under this key.
    static Result<PageImage> read(const QString &path, RawKey key, const QString &scratch);

    /// Pages in the damaged file, a last one that was cut included.
    quint32 pageCount() const { return static_cast<quint32>(m_good.size()); }
    quint32 badPages() const;

    /// The usable bytes of a page, the first being 1; none for a page that is
    /// bad or not there.
    std::span<const std::byte> page(quint32 number) const;

private:
    PageImage() = default;

    std::unique_ptr<unsigned char, WipedPages> m_bytes;
    std::vector<bool> m_good;
};

} // namespace rapport::storage
