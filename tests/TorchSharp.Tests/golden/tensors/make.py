"""Writes operators.json: linear algebra, reductions and indexing, forward and gradient (PyTorch 1.13).

    /usr/bin/python3 make.py

What is unique only up to a sign or an order (singular and eigenvectors) is written in a form that is not.
"""
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "nn"))
from golden import DTYPES, backward, pack, write  # noqa: E402

# Well conditioned, no two elements alike, none of them on a kink.
SQUARE = [[4.0, 1.1, -0.6], [0.3, 3.2, 0.7], [-0.9, 0.2, 2.5]]
WIDE = [[0.5, -1.25, 2.0, 0.1], [1.5, 0.75, -0.4, 3.1], [-2.2, 0.9, 1.3, -0.7]]
ROWS = torch.tensor([2, 0, 2])
PLACES = torch.tensor([[3, 0, 1, 1], [0, 2, 2, 3], [1, 1, 0, 2]])
COLUMNS = torch.tensor([[4, 0, 1, 2], [0, 1, 2, 3], [3, 1, 0, 2]])


def rebuilt(a):
    u, s, vh = torch.linalg.svd(a, full_matrices=False)
    return u @ torch.diag(s) @ vh


LINALG = {
    "norm": torch.linalg.norm, "inv": torch.linalg.inv, "det": torch.linalg.det, "slogdet": lambda a: torch.linalg.slogdet(a)[1],
    "solve": lambda a: torch.linalg.solve(a, a[:, :2] + 1), "matrix_power": lambda a: torch.linalg.matrix_power(a, 3),
    "qr": lambda a: torch.linalg.qr(a)[1].abs(), "cholesky": lambda a: torch.linalg.cholesky(a @ a.t()),
    "eigvals": lambda a: torch.linalg.eigvals(a).abs().sort()[0], "eigvalsh": lambda a: torch.linalg.eigvalsh(a @ a.t()),
    "trace": torch.trace, "matrix_exp": torch.matrix_exp,
}
REDUCTIONS = {
    "sum": lambda a: a.sum(1), "mean": lambda a: a.mean(0, keepdim=True), "prod": lambda a: a.prod(1), "std": lambda a: a.std(1),
    "var biased": lambda a: a.var(1, unbiased=False), "logsumexp": lambda a: a.logsumexp(1), "cumsum": lambda a: a.cumsum(1),
    "cumprod": lambda a: a.cumprod(0), "max": lambda a: a.max(1)[0], "min": lambda a: a.min(0)[0], "amax": lambda a: a.amax(1),
    "median": lambda a: a.median(), "norm 1": lambda a: torch.linalg.norm(a, 1), "sort": lambda a: a.sort(1, True)[0],
    "topk": lambda a: a.topk(2, 1)[0], "svdvals": torch.linalg.svdvals, "svd": rebuilt,
    "argmax": lambda a: a.argmax(1), "argmin": lambda a: a.argmin(0), "argsort": lambda a: a.argsort(1),
}
INDEXING = {
    "row": lambda a: a[1], "last column": lambda a: a[..., -1], "steps": lambda a: a[::2, 1:], "new axis": lambda a: a[:, None],
    "rows": lambda a: a[ROWS], "pairs": lambda a: a[ROWS, torch.tensor([0, 1, 3])], "mask": lambda a: a[a > 0.2],
    "gather": lambda a: a.gather(1, PLACES), "scatter": lambda a: torch.zeros(3, 5, dtype=a.dtype).scatter(1, COLUMNS, a),
    "index_select": lambda a: a.index_select(0, ROWS), "masked_fill": lambda a: a.masked_fill(a > 1, -7),
    "where": lambda a: torch.where(a > 0, a, a * a), "flip": lambda a: a.flip(1), "roll": lambda a: a.roll(1, 1), "tril": torch.tril,
    "triu": lambda a: a.triu(1), "expand": lambda a: a[:, :1].expand(3, 5), "repeat": lambda a: a.repeat(2, 1),
    "einsum": lambda a: torch.einsum("ij,kj->ik", a, a), "diagonal": lambda a: a.diagonal(1), "cat": lambda a: torch.cat([a, a * 2], 1),
    "stack": lambda a: torch.stack([a, a * 2], 1), "chunk": lambda a: a.chunk(2, 1)[1], "split": lambda a: a.split([1, 2], 0)[1],
}
MULTIPLYING = {
    "addmm": lambda a: torch.addmm(a, a @ a.t(), a, beta=0.5, alpha=2.0),
    "addmv": lambda a: torch.addmv(a[:, 0], a, a[1], beta=0.5, alpha=2.0),
    "bmm": lambda a: torch.bmm(a[None], a.t()[None]),
}


def cases():
    for operators, values in ((LINALG, SQUARE), (REDUCTIONS, WIDE), (INDEXING, WIDE), (MULTIPLYING, WIDE)):
        for identity, run in operators.items():
            for name, dtype in DTYPES.items():
                a = torch.tensor(values, dtype=dtype, requires_grad=True)
                y = run(a)
                if y.requires_grad:
                    backward([y])
                yield {"id": identity, "dtype": name, "inputs": [pack(a)], "outputs": [pack(y)], "inputGrads": [pack(a.grad)]}


if __name__ == "__main__":
    write("../tensors/operators.json", list(cases()))
