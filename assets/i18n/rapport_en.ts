<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LookingBack</name>
    <message numerus="yes">
        <source>Pause, %1 minute(s)</source>
        <translation>
            <numerusform>Pause, %1 minute</numerusform>
            <numerusform>Pause, %1 minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message numerus="yes">
        <source>%1 check-in(s)</source>
        <translation>
            <numerusform>%1 check-in</numerusform>
            <numerusform>%1 check-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %1 day(s)</source>
        <comment>7 check-ins on 4 days</comment>
        <translation>
            <numerusform>on %1 day</numerusform>
            <numerusform>on %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 good day(s)</source>
        <translation>
            <numerusform>%1 good day</numerusform>
            <numerusform>%1 good days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bad day(s)</source>
        <translation>
            <numerusform>%1 bad day</numerusform>
            <numerusform>%1 bad days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteHeader</name>
    <message numerus="yes">
        <source>%n private card(s) stay(s) out of it.</source>
        <translation>
            <numerusform>%n private card stays out of it.</numerusform>
            <numerusform>%n private cards stay out of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayAboutTo</name>
    <message numerus="yes">
        <source>%n thing(s) to say</source>
        <translation>
            <numerusform>%n thing to say</numerusform>
            <numerusform>%n things to say</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThingsToSay</name>
    <message numerus="yes">
        <source>%n thing(s) to say</source>
        <translation>
            <numerusform>%n thing to say</numerusform>
            <numerusform>%n things to say</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::app::TryWait</name>
    <message numerus="yes">
        <source>in %1 second(s)</source>
        <translation>
            <numerusform>in %1 second</numerusform>
            <numerusform>in %1 seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 minute(s)</source>
        <translation>
            <numerusform>in %1 minute</numerusform>
            <numerusform>in %1 minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
