"""Writes losses.json: every loss under every reduction, value and gradients (PyTorch 1.13).

    /usr/bin/python3 losses.py

Each case holds the options under TorchSharp's names, so that one C# switch builds them all.
"""
import itertools

import torch
from torch import nn

from golden import DTYPES, backward, pack, write

REDUCTIONS = ("none", "mean", "sum")


def logits(dtype, *shape):
    return torch.randn(*shape, dtype=dtype, requires_grad=True)


def rows(dtype):
    """(id, loss class, keyword arguments, inputs): reductions are added below."""
    classes = lambda *shape: torch.randint(0, 4, shape)
    weight = torch.tensor([0.5, 1.0, 2.0, 0.25], dtype=dtype)
    ce = nn.CrossEntropyLoss
    yield "CrossEntropyLoss", ce, {}, [logits(dtype, 3, 4), classes(3)]
    yield "CrossEntropyLoss batch 1", ce, {}, [logits(dtype, 1, 4), classes(1)]
    yield "CrossEntropyLoss weight", ce, {"weight": weight}, [logits(dtype, 3, 4), classes(3)]
    yield "CrossEntropyLoss ignore", ce, {"ignore_index": 1}, [logits(dtype, 4, 4), torch.tensor([0, 1, 3, 1])]
    yield "CrossEntropyLoss default ignore", ce, {}, [logits(dtype, 3, 4), torch.tensor([0, -100, 3])]
    yield "CrossEntropyLoss smoothing", ce, {"label_smoothing": 0.1}, [logits(dtype, 3, 4), classes(3)]
    yield "CrossEntropyLoss all options", ce, {"label_smoothing": 0.2, "weight": weight, "ignore_index": 0}, [logits(dtype, 4, 4), torch.tensor([0, 1, 3, 2])]
    yield "CrossEntropyLoss steps", ce, {}, [logits(dtype, 2, 4, 3), classes(2, 3)]
    yield "CrossEntropyLoss probabilities", ce, {"label_smoothing": 0.1}, [logits(dtype, 3, 4), torch.rand(3, 4, dtype=dtype).softmax(1)]
    yield "NLLLoss", nn.NLLLoss, {}, [logits(dtype, 3, 4).log_softmax(1).detach().requires_grad_(), classes(3)]
    yield "NLLLoss weight", nn.NLLLoss, {"weight": weight}, [logits(dtype, 3, 4).log_softmax(1).detach().requires_grad_(), torch.tensor([0, -100, 3])]
    yield "NLLLoss steps", nn.NLLLoss, {}, [logits(dtype, 2, 4, 3).log_softmax(1).detach().requires_grad_(), classes(2, 3)]
    yield "CrossEntropyLoss empty batch", ce, {}, [logits(dtype, 0, 4), classes(0)]
    yield "NLLLoss empty batch", nn.NLLLoss, {}, [logits(dtype, 0, 4), classes(0)]
    nothing = lambda: [logits(dtype, 0, 3), logits(dtype, 0, 3).detach()]
    for kind in (nn.MSELoss, nn.L1Loss, nn.SmoothL1Loss, nn.BCEWithLogitsLoss, nn.KLDivLoss):
        yield f"{kind.__name__} empty batch", kind, {"log_target": False} if kind is nn.KLDivLoss else {}, nothing()
    pair = lambda: [logits(dtype, 2, 3), logits(dtype, 2, 3)]
    yield "MSELoss", nn.MSELoss, {}, pair()
    yield "MSELoss one value", nn.MSELoss, {}, [logits(dtype, 1), logits(dtype, 1)]
    yield "L1Loss", nn.L1Loss, {}, pair()
    yield "SmoothL1Loss", nn.SmoothL1Loss, {}, pair()
    yield "SmoothL1Loss beta", nn.SmoothL1Loss, {"beta": 0.3}, pair()
    yield "HuberLoss", nn.HuberLoss, {"delta": 0.6}, pair()
    probabilities = lambda: torch.rand(2, 3, dtype=dtype).clamp(0.05, 0.95).requires_grad_()
    labels = lambda: torch.rand(2, 3, dtype=dtype)
    yield "BCELoss", nn.BCELoss, {}, [probabilities(), labels()]
    yield "BCELoss weight", nn.BCELoss, {"weight": torch.tensor([0.5, 1.0, 2.0], dtype=dtype)}, [probabilities(), labels()]
    yield "BCEWithLogitsLoss", nn.BCEWithLogitsLoss, {}, [logits(dtype, 2, 3), labels()]
    yield "BCEWithLogitsLoss weights", nn.BCEWithLogitsLoss, {
        "weight": torch.tensor([0.5, 1.0, 2.0], dtype=dtype), "pos_weight": torch.tensor([3.0, 1.0, 0.5], dtype=dtype),
    }, [logits(dtype, 2, 3), labels()]
    distribution = lambda: torch.rand(2, 3, dtype=dtype).softmax(1)
    yield "KLDivLoss", nn.KLDivLoss, {"log_target": False}, [logits(dtype, 2, 3), distribution()]
    yield "KLDivLoss log target", nn.KLDivLoss, {"log_target": True}, [logits(dtype, 2, 3), distribution().log()]
    yield "PoissonNLLLoss", nn.PoissonNLLLoss, {}, pair()
    yield "GaussianNLLLoss", nn.GaussianNLLLoss, {}, [logits(dtype, 2, 3), logits(dtype, 2, 3), probabilities()]
    signs = torch.tensor([[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0]], dtype=dtype)
    yield "SoftMarginLoss", nn.SoftMarginLoss, {}, [logits(dtype, 2, 3), signs]
    yield "HingeEmbeddingLoss", nn.HingeEmbeddingLoss, {}, [logits(dtype, 2, 3), signs]
    yield "MarginRankingLoss", nn.MarginRankingLoss, {"margin": 0.2}, [logits(dtype, 3), logits(dtype, 3), signs[0]]
    yield "CosineEmbeddingLoss", nn.CosineEmbeddingLoss, {"margin": 0.1}, [logits(dtype, 2, 3), logits(dtype, 2, 3), signs[:, 0]]
    yield "MultiMarginLoss", nn.MultiMarginLoss, {}, [logits(dtype, 3, 4), classes(3)]
    yield "MultiLabelSoftMarginLoss", nn.MultiLabelSoftMarginLoss, {}, [logits(dtype, 2, 3), labels().round()]
    yield "TripletMarginLoss", nn.TripletMarginLoss, {}, [logits(dtype, 2, 3), logits(dtype, 2, 3), logits(dtype, 2, 3)]


def cases():
    for (name, dtype), reduction in itertools.product(DTYPES.items(), REDUCTIONS):
        torch.manual_seed(11)
        for identity, kind, options, inputs in rows(dtype):
            if reduction == "mean" and identity.endswith("empty batch"):
                continue  # the mean of nothing is not a number, and JSON has no such
            loss = kind(reduction=reduction, **options)(*inputs)
            backward([loss])
            yield {
                "id": identity, "dtype": name, "reduction": reduction,
                "options": {key: pack(value) if torch.is_tensor(value) else value for key, value in options.items()},
                "inputs": [pack(i) for i in inputs], "outputs": [pack(loss)], "inputGrads": [pack(i.grad) for i in inputs],
            }


if __name__ == "__main__":
    write("losses.json", list(cases()))
