// SPDX-FileCopyrightText: 2026 Rapport contributors
// SPDX-License-Identifier: MPL-2.0
import QtQuick

// Made-up sentences in two languages, for the pictures only.
QtObject {
    required property bool arabic

    readonly property string promise: arabic ? "لما يصعب قوله في العلاج." : "For what is hard to say in therapy."
    readonly property string invitation: arabic ? "اكتبه حين يأتي، وأحضره حين تكون مستعدًا." : "Write it when it comes. Bring it when you're ready."
    readonly property string privacy: arabic ? "يبقى على هذا الهاتف ما لم تُظهره أو ترسله أو تحفظ نسخة منه. لا أحد يراقب." : "It stays on this phone unless you show it, send it or save a copy. No one is watching and no one is alerted."
    readonly property string line: arabic ? "شيء أودّ أن يعرفه معالجي …" : "Something I'd like my therapist to know …"
    readonly property string keep: arabic ? "احفظه" : "Keep it"
    readonly property string help: arabic ? "مساعدة الآن" : "Help now"
    readonly property string day: arabic ? "الثلاثاء" : "Tuesday"
    readonly property string next: arabic ? "الجلسة القادمة غدًا، 14:00" : "Next session tomorrow, 14:00"
    readonly property string things: arabic ? "أمران تودّ قولهما" : "2 things to say"
    readonly property string makeNote: arabic ? "اكتب ورقتي" : "Make my note"
    readonly property string show: arabic ? "أظهر" : "Show"
    readonly property string first: arabic ? "قلتُ إن تغيير الموعد لا بأس به. لكنه لم يكن كذلك." : "I said it was fine that we moved the time. It wasn't."
    readonly property string second: arabic ? "كثيرًا ما أومئ برأسي وأنا لم أفهم السؤال." : "I often nod when I didn't understand the question."
    readonly property string large: arabic ? "الصباح لا يناسبني. هل يمكن أن نلتقي بعد الغداء؟" : "Mornings don't work for me. Could we meet after lunch?"
    readonly property string today: arabic ? "اليوم" : "Today"
    readonly property string toSay: arabic ? "ما أقوله" : "To say"
    readonly property string pause: arabic ? "وقفة" : "Pause"
    readonly property string looking: arabic ? "نظرة إلى الوراء" : "Looking back"
    readonly property list<string> moods: arabic ? ["سيئ جدًا", "سيئ", "بين بين", "جيد", "جيد جدًا"] : ["very bad", "bad", "in between", "good", "very good"]
    readonly property string kind: arabic ? "ما نوعه؟" : "What kind of thing is it?"
    readonly property list<string> kinds: arabic ? ["حدّ", "صراحة", "حاجة", "سؤال", "شكر", "إصلاح أمر"] : ["boundary", "honesty", "need", "question", "thanks", "put something right"]
    readonly property string chosen: arabic ? "اخترتُه للجلسة" : "Chosen for the session"
    readonly property string full: arabic ? "لا مساحة كافية على هذا الهاتف. ما كتبته ما زال هنا؛ أفرغ بعض المساحة ثم حاول ثانية." : "There is no room left on this phone. What you wrote is still here. Make some room, then try again."
    readonly property string again: arabic ? "حاول ثانية" : "Try again"
    readonly property string later: arabic ? "ليس الآن" : "Not now"
    readonly property string removed: arabic ? "حُذف." : "Removed."
    readonly property string undo: arabic ? "تراجع" : "Undo"
    readonly property string nothing: arabic ? "لا شيء هنا بعد." : "Nothing here yet."
    readonly property string hint: arabic ? "ما تكتبه يبقى هنا حتى تختاره." : "What you write down waits here until you choose it."
    readonly property string opening: arabic ? "تُفتح خزانتك …" : "Opening your vault …"
    readonly property string askTitle: arabic ? "هل تحذف كل شيء؟" : "Delete everything?"
    readonly property string askText: arabic ? "كل ما كتبته يُمحى عن هذا الهاتف ولا يمكن استرجاعه." : "Everything you wrote is wiped from this phone. It can't be brought back."
    readonly property string askYes: arabic ? "احذف كل شيء" : "Delete everything"
    readonly property string name: arabic ? "اسم معالجي" : "My therapist's name"
    readonly property string secret: arabic ? "عبارة المرور" : "Passphrase"
}
