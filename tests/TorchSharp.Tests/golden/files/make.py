"""Writes linear.dat by hand, byte by byte, in the format of TorchSharp's Module.save: a check on ours that does not use ours.

    python3 make.py

The file is that of nn.Linear(2, 3) in float32 with weight [[1, 2], [3, 4], [5, 6]] and bias [0.5, -0.5, 0.25]:

    02                                    entries, LEB128
    06 "weight"                           name: length in bytes as LEB128, UTF-8
    06                                    element type, LEB128: 6 is float32 (ScalarType's number)
    02                                    axes, LEB128
    03 02                                 sizes, LEB128 each
    24 bytes                              elements, little-endian, row by row
    04 "bias" 06 01 03 12 bytes

long.dat holds a size above 127 (two LEB128 bytes) and an int64 scalar (element type 4, no axes): parameter "w" of shape
(130,), w[i] = i, and buffer "n" = 7.
"""
import os
import struct

HERE = os.path.dirname(os.path.abspath(__file__))
FLOAT32, INT64 = 6, 4


def leb128(value):
    out = b""
    while True:
        value, low = value >> 7, value & 0x7F
        if value == 0:
            return out + bytes([low])
        out += bytes([low | 0x80])


def entry(name, kind, shape, values):
    data = struct.pack("<%d%s" % (len(values), "f" if kind == FLOAT32 else "q"), *values)
    return leb128(len(name)) + name.encode() + leb128(kind) + leb128(len(shape)) + b"".join(map(leb128, shape)) + data


def write(name, *entries):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(leb128(len(entries)) + b"".join(entries))


write("linear.dat", entry("weight", FLOAT32, [3, 2], [1, 2, 3, 4, 5, 6]), entry("bias", FLOAT32, [3], [0.5, -0.5, 0.25]))
write("long.dat", entry("w", FLOAT32, [130], range(130)), entry("n", INT64, [], [7]))
