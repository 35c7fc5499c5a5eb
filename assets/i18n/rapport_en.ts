<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>ThingsToSay</name>
    <message numerus="yes">
        <source>%n thing(s) to say</source>
        <translation>
            <numerusform>%n thing to say</numerusform>
            <numerusform>%n things to say</numerusform>
        </translation>
    </message>
</context>
</TS>
