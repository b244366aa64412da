"""Writes activations.json: every activation at the same points, forward and gradient (PyTorch 1.13).

    /usr/bin/python3 activations.py
"""
import torch
from torch import nn

from golden import DTYPES, backward, pack, write

ACTIVATIONS = {
    "CELU": nn.CELU(), "CELU alpha": nn.CELU(0.5),
    "ELU": nn.ELU(), "ELU alpha": nn.ELU(0.7),
    "GELU": nn.GELU(), "GELU tanh": nn.GELU("tanh"),
    "GLU": nn.GLU(), "GLU first": nn.GLU(0),
    "Hardshrink": nn.Hardshrink(), "Hardsigmoid": nn.Hardsigmoid(), "Hardswish": nn.Hardswish(),
    "Hardtanh": nn.Hardtanh(), "Hardtanh wide": nn.Hardtanh(-2, 0.5),
    "LeakyReLU": nn.LeakyReLU(), "LeakyReLU slope": nn.LeakyReLU(0.2),
    "LogSigmoid": nn.LogSigmoid(), "LogSoftmax": nn.LogSoftmax(1), "Mish": nn.Mish(),
    "ReLU": nn.ReLU(), "ReLU6": nn.ReLU6(), "RReLU eval": nn.RReLU().eval(), "SELU": nn.SELU(), "SiLU": nn.SiLU(), "Sigmoid": nn.Sigmoid(),
    "Softmax": nn.Softmax(1), "Softmax first": nn.Softmax(0), "Softmin": nn.Softmin(1),
    "Softplus": nn.Softplus(), "Softplus beta": nn.Softplus(2.0, 3.0),
    "Softshrink": nn.Softshrink(), "Softshrink lambda": nn.Softshrink(0.2), "Softsign": nn.Softsign(),
    "Tanh": nn.Tanh(), "Tanhshrink": nn.Tanhshrink(), "Threshold": nn.Threshold(0.1, -3.0),
}


def points(dtype):
    """Both sides of every kink, never on one: derivatives there are a convention."""
    return torch.tensor([[-25.0, -3.3, -1.2, -0.45], [0.15, 0.35, 2.6, 7.1]], dtype=dtype, requires_grad=True)


def cases():
    for identity, layer in ACTIVATIONS.items():
        for name, dtype in DTYPES.items():
            x = points(dtype)
            y = layer(x)
            backward([y])
            yield {"id": identity, "dtype": name, "inputs": [pack(x)], "outputs": [pack(y)], "inputGrads": [pack(x.grad)]}
    for name, dtype in DTYPES.items():
        x, layer = points(dtype), nn.PReLU(4, 0.3, dtype=dtype)
        y = layer(x)
        backward([y])
        yield {"id": "PReLU", "dtype": name, "inputs": [pack(x)], "outputs": [pack(y)], "inputGrads": [pack(x.grad)],
               "grads": {"weight": pack(layer.weight.grad)}}


if __name__ == "__main__":
    write("activations.json", list(cases()))
