// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/domain/Card.h"

// What the client who does not exist wrote down. Not translated: a person's
// own words never are.

namespace rapport::domain::demo {

/// How far a card has come. Days count from the day it was written.
enum class Way {
    Waits,    ///< written, and no more
    Chosen,   ///< for the next session
    Said,     ///< chosen, then said in the session after
    Shown,    ///< chosen, then shown
    Sent,     ///< chosen, then sent in a note
    Partly,   ///< chosen, then some of it
    NotToday, ///< chosen, moved on, still waits
    Later,    ///< moved on once, then said
};

struct Text
{
    int week; ///< how many weeks ago
    const char *text;
    std::optional<CardKind> kind;
    std::optional<int> hardness;
    Way way;
    bool isPrivate = false;
};

using enum CardKind;

inline const Text cards[] = {
    {43, "I don't know how to begin. Please ask me something.", Need, 4, Way::Said},
    {42, "What happens with what you write down about me?", Question, 3, Way::Said},
    {41, "I nearly didn't come back after the first time. I'm glad I did.", Honesty, 6, Way::Later},
    {40, "Evenings are hard for me. Could we stay with mornings or early afternoon?", Boundary, 5, Way::Said},
    {39, "When you say nothing for long, I think I did something wrong.", Honesty, 7, Way::Shown},
    {38, "I said I had slept well. I hadn't.", PutRight, 4, Way::Said},
    {37, "Thank you for remembering my brother's name.", Thanks, 1, Way::Said},
    {36, "I'd like to start with five quiet minutes.", Need, 5, Way::Later},
    {35, "My mother rings every evening, and I never let it ring.", Boundary, 8, Way::Partly},
    {34, "I laughed when I told you about the move. It wasn't funny.", PutRight, 5, Way::Said},
    {33, "May I write to you between sessions, and do you read it?", Question, 2, Way::Sent},
    {32, "I agreed to take on the Friday shift again. I don't want it.", Boundary, 6, Way::Said},
    {31, "I don't want to talk about school yet.", Boundary, 4, Way::Said},
    {30, "I often nod when I didn't understand the question.", Honesty, 7, Way::Later},
    {29, "I was angry that the session began late, and I said it was fine.", Honesty, 8, Way::Shown},
    {28, "Could you tell me when ten minutes are left?", Need, 3, Way::Said},
    {27, "It helped that you said you didn't know either.", Thanks, 2, Way::Said},
    {26, "I told Ana no. She was not angry. I keep thinking she is.", std::nullopt, std::nullopt, Way::Said},
    {25, "There is something about last summer that I have told nobody.", Honesty, 10, Way::NotToday, true},
    {24, "I don't need advice today. I need you to listen first.", Need, 6, Way::Shown},
    {23, "How will we know that I can stop?", Question, 4, Way::Said},
    {22,
     "When you looked at the clock I thought I was boring you, and I talked about work for the rest of the "
     "hour so that you would not have to hear what I had come to say.",
     Honesty, 9, Way::Sent},
    {21, "I was short with you at the door. I'd like to put that right.", PutRight, 5, Way::Said},
    {20, "My sister wants to come along once. I don't.", Boundary, 5, Way::Said},
    {19, "I practised the sentence for my manager, and then I wrote a mail instead. That counts.",
     std::nullopt, std::nullopt, Way::Said},
    {18, "Is it normal to feel worse after some sessions?", Question, 5, Way::Partly},
    {16, "I'd like to read this to you instead of saying it.", Need, 4, Way::Shown},
    {15, "I don't want a hug at the end of a visit at home. I want to say it without a joke.", Boundary, 8,
     Way::Later},
    {14, "Last time you asked about my father and I changed the subject on purpose.", Honesty, 8, Way::Said},
    {13, "Thank you for not filling the silence.", Thanks, 2, Way::Said},
    {12, "I say yes before I know what the question was.", Honesty, 6, Way::Said},
    {11, "I don't lend money to Marc any more. I have told him half of it.", Boundary, 7, Way::Partly},
    {10, "Could we look at what I wrote in spring?", Need, 2, Way::Sent},
    {9, "I made up a reason for not coming. I was tired and ashamed of it.", PutRight, 7, Way::Later},
    {8, "What do you do when you don't like what somebody tells you?", Question, 6, Way::Said},
    {7, "I didn't ring back. It was quiet. It was good.", std::nullopt, std::nullopt, Way::Said},
    {6, "When we go fast I lose the thread and pretend I haven't.", Honesty, 7, Way::Shown},
    {5, "I'd like to leave out the questions about food for a while.", Boundary, 6, Way::Said},
    {4, "The holiday was long without this. I didn't want to need it.", Honesty, 8, Way::Later},
    {3, "I want to tell my flatmate that nine is too late for visitors.", Boundary, 5, Way::NotToday},
    {2, "Some days I want to stop coming, and I don't know why.", Honesty, 9, Way::NotToday},
    {1, "I said it was fine that we moved the time. It wasn't.", Boundary, 7, Way::Chosen},
    {1, "I'd like five quiet minutes before we begin, every time.", Need, 3, Way::Chosen},
    {0, "How do I say it to my manager without the reasons?", Question, 4, Way::Waits},
    {0, "The letter is still in the drawer.", std::nullopt, std::nullopt, Way::Waits, true},
};

inline constexpr const char *moodNotes[] = {
    "Slept through, for once.",
    "Long call with my mother.",
    "Said no to the extra shift. Shaking, but it was all right.",
    "Rain all day. Stayed in.",
    "Lunch with Ana in the park.",
    "Could not get up before eleven.",
    "Everyone wanted something.",
    "Walked home instead of the bus.",
    "The meeting went on and on and I smiled through it.",
    "Read on the balcony.",
    "Argued with Marc about the money.",
    "Nothing special, and that was nice.",
    "After the session: tired and clear.",
    "After the session: raw.",
    "Cried in the kitchen. Felt better after.",
    "Swam. First time since spring.",
    "Headache, noise upstairs.",
    "My sister rang only to say hello.",
    "Did the sentence from last week out loud. It came out crooked and it worked.",
    "Woke at four with the old thoughts.",
    "Made soup for two days.",
    "Laughed a lot at work.",
};

} // namespace rapport::domain::demo
