// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <vector>

/// How the stand-in for libspeechd behaves, and what it was given. Written by
/// the test while nothing is under way.
struct FakeSpeech
{
    bool serviceRuns = true;
    bool hasVoice = true;
    bool speaksAtOnce = false;
    bool diesOnce = false; ///< the service went since it was connected

    int opened = 0;
    int closed = 0;
    int cancelled = 0;
    bool byNetwork = false;
    bool startsService = false;
    int priority = 0;
    std::string path;
    std::string language;
    std::vector<std::string> said;
};

extern "C" FakeSpeech *fake_speech();
