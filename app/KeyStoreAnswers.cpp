// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#include "app/KeyStoreAnswers.h"

namespace rapport::app {

using platform::KeyStore;
using vault::KeyStoreAnswer;

KeyStoreAnswer answerOf(KeyStore::Result result)
{
    switch (result) {
    case KeyStore::Result::Ok:
        return KeyStoreAnswer::Ok;
    case KeyStore::Result::NotFound:
        return KeyStoreAnswer::EntryMissing;
    case KeyStore::Result::Locked:
        return KeyStoreAnswer::Locked;
    case KeyStore::Result::Denied:
        return KeyStoreAnswer::Denied;
    case KeyStore::Result::TimedOut:
        return KeyStoreAnswer::TimedOut;
    case KeyStore::Result::Unusable:
        return KeyStoreAnswer::Unusable;
    case KeyStore::Result::Unavailable:
    case KeyStore::Result::Failed:
        break;
    }
    return KeyStoreAnswer::Unavailable;
}

} // namespace rapport::app
