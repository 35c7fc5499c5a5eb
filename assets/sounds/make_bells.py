# SPDX-FileCopyrightText: 2026 Rapport contributors
# SPDX-License-Identifier: MPL-2.0
"""Makes the bells of a pause: sines that fade, and nothing else.

    make_bells.py            writes start.wav, interval.wav and end.wav beside it

The same bytes on every run. A bell is a few partials, each a pair of tones a
little apart so that it breathes, soft at its beginning so that nobody starts.
"""

import math
import pathlib
import struct
import wave

RATE = 48_000
SECONDS = 2.05
ATTACK = 0.012
FADE = 0.35
PEAK = 0.7

# Of a bowl: how high above the lowest tone, how loud, how soon it fades.
PARTIALS = ((1.0, 1.0, 0.75), (2.71, 0.42, 0.42), (5.18, 0.16, 0.2), (8.2, 0.05, 0.09))
BEAT = 0.0035

BELLS = {"start": 392.0, "interval": 523.25, "end": 329.63}


def sample(base, time):
    value = 0.0
    for height, loudness, decay in PARTIALS:
        tone = 2 * math.pi * base * height * time
        pair = math.sin(tone) + 0.5 * math.sin(tone * (1 + BEAT))
        value += loudness * math.exp(-time / decay) * pair
    rise = 0.5 - 0.5 * math.cos(math.pi * min(1.0, time / ATTACK))
    left = SECONDS - time
    fall = 0.5 - 0.5 * math.cos(math.pi * min(1.0, left / FADE))
    return value * rise * fall


def bell(base):
    values = [sample(base, i / RATE) for i in range(int(SECONDS * RATE))]
    loudest = max(map(abs, values))
    return b"".join(struct.pack("<h", round(PEAK * 32767 * value / loudest)) for value in values)


def main():
    folder = pathlib.Path(__file__).parent
    for name, base in BELLS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
            file.writeframes(bell(base))


if __name__ == "__main__":
    main()
