// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
//
// Stands in for libspeechd, function by function: behaves as it is told and
// writes down what it was given. Declared anew and not by its header, which
// building does not need.
#include "tests/platform/FakeSpeech.h"

#include <cstdlib>
#include <cstring>
#include <thread>

namespace {

struct Connection
{
    void (*begin)(size_t, size_t, int);
    void (*end)(size_t, size_t, int);
    void (*cancel)(size_t, size_t, int);
};

FakeSpeech script;
Connection *connection = nullptr;

char *copy(const char *text)
{
    char *made = static_cast<char *>(std::malloc(std::strlen(text) + 1));
    std::strcpy(made, text);
    return made;
}

} // namespace

extern "C" {

FakeSpeech *fake_speech()
{
    return &script;
}

void *spd_open2(const char *, const char *, const char *, int, const void *address, int start, char **error)
{
    struct Address
    {
        int method;
        char *path;
    };
    const auto *given = static_cast<const Address *>(address);
    ++script.opened;
    script.byNetwork = script.byNetwork || given->method != 0;
    script.path = given->path;
    script.startsService = start != 0;
    if (!script.serviceRuns) {
        *error = copy("nobody there");
        return nullptr;
    }
    connection = new Connection{};
    return connection;
}

void spd_close(void *given)
{
    ++script.closed;
    connection = nullptr;
    delete static_cast<Connection *>(given);
}

int spd_say(void *given, int priority, const char *text)
{
    if (script.diesOnce) {
        script.diesOnce = false;
        return -1;
    }
    script.priority = priority;
    script.said.push_back(text);
    const auto message = static_cast<int>(script.said.size());
    if (script.speaksAtOnce) {
        auto *speaking = static_cast<Connection *>(given);
        std::thread([speaking, message] { speaking->end(static_cast<size_t>(message), 1, 1); }).join();
    }
    return message;
}

int spd_cancel(void *given)
{
    ++script.cancelled;
    auto *speaking = static_cast<Connection *>(given);
    const size_t message = script.said.size();
    std::thread([speaking, message] { speaking->cancel(message, 1, 3); }).join();
    return 0;
}

int spd_set_data_mode(void *, int)
{
    return 0;
}

int spd_set_language(void *, const char *language)
{
    script.language = language;
    return 0;
}

int spd_set_notification_on(void *, int)
{
    return 0;
}

char **spd_list_modules(void *)
{
    auto **modules = static_cast<char **>(std::calloc(3, sizeof(char *)));
    int count = 0;
    if (script.hasVoice)
        modules[count++] = copy("espeak-ng");
    modules[count] = copy("dummy");
    return modules;
}

} // extern "C"
